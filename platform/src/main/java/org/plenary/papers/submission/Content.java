package org.plenary.papers.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says about itself.
 *
 * @param type key of the kind of contribution
 * @param topics keys, the most fitting first
 * @param conflicts who is not to review it, for organizers only
 */
public record Content(
        String title,
        String summary,
        List<String> keywords,
        @Nullable String track,
        @Nullable String type,
        List<String> topics,
        List<Author> authors,
        List<Conflict> conflicts) {
    public Content {
        keywords = List.copyOf(keywords);
        topics = List.copyOf(topics);
        authors = List.copyOf(authors);
        conflicts = List.copyOf(conflicts);
    }

    public Content with(List<Author> authors) {
        return new Content(title, summary, keywords, track, type, topics, authors, conflicts);
    }

    public Optional<Author> corresponding() {
        return authors.stream().filter(Author::corresponding).findFirst();
    }
}
