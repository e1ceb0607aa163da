package org.plenary.papers.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a paper says about itself. */
public record Content(
        String title,
        String summary,
        List<String> keywords,
        @Nullable String track,
        List<Author> authors) {
    public Content {
        keywords = List.copyOf(keywords);
        authors = List.copyOf(authors);
    }

    public Optional<Author> corresponding() {
        return authors.stream().filter(Author::corresponding).findFirst();
    }
}
