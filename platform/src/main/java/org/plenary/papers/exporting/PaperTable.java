package org.plenary.papers.exporting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.AnswerColumns;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;

/** Papers as rows. What an import reads too is called as there. */
record PaperTable(AnswerColumns.Table answers) {
    private static final List<String> COLUMNS = List.of(
            "number",
            "id",
            "title",
            "abstract",
            "keywords",
            "type",
            "track",
            "topics",
            "status",
            "authors",
            "corresponding_name",
            "corresponding_email",
            "corresponding_country",
            "file",
            "submitted_at");

    List<String> columns() {
        return joined(COLUMNS, answers.names());
    }

    List<String> row(Paper paper) {
        return joined(content(paper), answers.cells(paper));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> content(Paper paper) {
        var content = paper.content();
        var corresponding = content.corresponding().orElse(null);
        return Stream.of(
                        String.valueOf(paper.number()),
                        paper.externalId(),
                        content.title(),
                        content.summary(),
                        String.join("; ", content.keywords()),
                        content.type(),
                        content.track(),
                        String.join("; ", content.topics()),
                        paper.status().code(),
                        content.authors().stream().map(PaperTable::author).collect(Collectors.joining("; ")),
                        corresponding == null ? null : corresponding.name(),
                        corresponding == null ? null : corresponding.email(),
                        corresponding == null ? null : corresponding.country(),
                        String.valueOf(paper.file() != null).toLowerCase(Locale.ROOT),
                        paper.submittedAt().toString())
                .map(PaperTable::text)
                .toList();
    }

    /** As an import reads it: {@code name|affiliation|country|e-mail}. */
    private static String author(Author author) {
        return Stream.of(author.name(), author.affiliation(), author.country(), author.email())
                .map(part -> text(part).replace("|", " ").replace(";", ","))
                .collect(Collectors.joining("|"));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
