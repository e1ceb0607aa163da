package org.plenary.papers.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is sent; nothing in it is checked yet. In a change, null leaves a member as it is.
 *
 * @param summary the abstract
 * @param fileToken names a PDF that was uploaded before
 */
public record SubmissionInput(
        @Nullable String title,
        @JsonProperty("abstract") @Nullable String summary,
        @Nullable List<@Nullable String> keywords,
        @Nullable String track,
        @Nullable List<@Nullable AuthorInput> authors,
        @Nullable String fileToken) {

    public record AuthorInput(
            @Nullable String name,
            @Nullable String email,
            @Nullable String affiliation,
            @Nullable String country,
            @Nullable Boolean corresponding) {
        static final AuthorInput EMPTY = new AuthorInput(null, null, null, null, null);

        boolean isCorresponding() {
            return Boolean.TRUE.equals(corresponding);
        }

        static AuthorInput of(Author author) {
            return new AuthorInput(
                    author.name(), author.email(), author.affiliation(), author.country(), author.corresponding());
        }
    }

    List<AuthorInput> authorList() {
        if (authors == null) return List.of();
        return authors.stream().map(a -> a == null ? AuthorInput.EMPTY : a).toList();
    }

    /** This change applied to what is there, to be checked as a whole. */
    SubmissionInput over(Content content) {
        return new SubmissionInput(
                title == null ? content.title() : title,
                summary == null ? content.summary() : summary,
                keywords == null
                        ? content.keywords().stream()
                                .<@Nullable String>map(k -> k)
                                .toList()
                        : keywords,
                track == null ? content.track() : track,
                authors == null
                        ? content.authors().stream()
                                .<@Nullable AuthorInput>map(AuthorInput::of)
                                .toList()
                        : authors,
                fileToken);
    }

    /** The content, once it was checked. */
    public Content content() {
        var words = keywords == null ? List.<@Nullable String>of() : keywords;
        return new Content(
                Objects.requireNonNull(title).strip(),
                summary == null ? "" : summary.strip(),
                words.stream().map(w -> Objects.requireNonNull(w).strip()).toList(),
                blankToNull(track),
                authorList().stream().map(SubmissionInput::author).toList());
    }

    private static Author author(AuthorInput input) {
        return new Author(
                Objects.requireNonNull(input.name()).strip(),
                blankToNull(input.email()),
                blankToNull(input.affiliation()),
                blankToNull(input.country()),
                input.isCorresponding());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
