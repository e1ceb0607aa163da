package org.plenary.papers.cameraready;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Content;

/** What authors may correct in a final version. */
record Wording(String title, @JsonProperty("abstract") String summary, List<Author> authors) {
    Wording {
        authors = List.copyOf(authors);
    }

    /** @param field the end of a message key */
    record Change(String field, List<String> before, List<String> after) {}

    static Wording of(Content content) {
        return new Wording(content.title(), content.summary(), content.authors());
    }

    /** What is different in another wording, as people read it. */
    List<Change> changesTo(Wording other) {
        var changes = new ArrayList<Change>();
        add(changes, "title", List.of(title), List.of(other.title));
        add(changes, "abstract", List.of(summary), List.of(other.summary));
        add(changes, "authors", lines(authors), lines(other.authors));
        return changes;
    }

    private static void add(List<Change> changes, String field, List<String> before, List<String> after) {
        if (!before.equals(after)) changes.add(new Change(field, before, after));
    }

    private static List<String> lines(List<Author> authors) {
        return authors.stream()
                .map(author -> Stream.of(
                                author.name(), author.affiliation(), author.country(), author.email(), author.orcid())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
