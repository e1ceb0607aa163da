package org.plenary.papers.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A paper as it is sent; nothing in it is checked yet. In a change, null leaves a member as it is.
 *
 * @param summary the abstract
 * @param answers to the form of the call, by the keys of its fields
 * @param formVersion of the form that was seen; null for the one that the paper answered before, or the newest
 * @param fileToken names a PDF that was uploaded before
 */
public record SubmissionInput(
        @Nullable String title,
        @JsonProperty("abstract") @Nullable String summary,
        @Nullable List<@Nullable String> keywords,
        @Nullable String track,
        @Nullable String type,
        @Nullable List<@Nullable String> topics,
        @Nullable List<@Nullable AuthorInput> authors,
        @Nullable List<@Nullable ConflictInput> conflicts,
        @Nullable Map<String, JsonNode> answers,
        @Nullable Integer formVersion,
        @Nullable String fileToken) {

    public record ConflictInput(
            @Nullable String who, @Nullable String reason) {
        static final ConflictInput EMPTY = new ConflictInput(null, null);

        static ConflictInput of(Conflict conflict) {
            return new ConflictInput(conflict.who(), conflict.reason());
        }

        /** The conflict, once it was checked. */
        Conflict conflict() {
            return new Conflict(Objects.requireNonNull(who).strip(), blankToNull(reason));
        }
    }

    public record AuthorInput(
            @Nullable String name,
            @Nullable String email,
            @Nullable String affiliation,
            @Nullable String country,
            @Nullable Boolean corresponding,
            @Nullable String orcid) {
        static final AuthorInput EMPTY = new AuthorInput(null, null, null, null, null, null);

        boolean isCorresponding() {
            return Boolean.TRUE.equals(corresponding);
        }

        static AuthorInput of(Author author) {
            return new AuthorInput(
                    author.name(),
                    author.email(),
                    author.affiliation(),
                    author.country(),
                    author.corresponding(),
                    author.orcid());
        }
    }

    List<AuthorInput> authorList() {
        if (authors == null) return List.of();
        return authors.stream().map(a -> a == null ? AuthorInput.EMPTY : a).toList();
    }

    List<ConflictInput> conflictList() {
        if (conflicts == null) return List.of();
        return conflicts.stream().map(c -> c == null ? ConflictInput.EMPTY : c).toList();
    }

    Map<String, JsonNode> answerMap() {
        return answers == null ? Map.of() : answers;
    }

    /** This change applied to what is there, to be checked as a whole. */
    SubmissionInput over(Content content) {
        return new SubmissionInput(
                title == null ? content.title() : title,
                summary == null ? content.summary() : summary,
                keywords == null ? some(content.keywords()) : keywords,
                track == null ? content.track() : track,
                type == null ? content.type() : type,
                topics == null ? some(content.topics()) : topics,
                authors == null
                        ? content.authors().stream()
                                .<@Nullable AuthorInput>map(AuthorInput::of)
                                .toList()
                        : authors,
                conflicts == null
                        ? content.conflicts().stream()
                                .<@Nullable ConflictInput>map(ConflictInput::of)
                                .toList()
                        : conflicts,
                answers,
                formVersion,
                fileToken);
    }

    /** The content, once it was checked. */
    public Content content() {
        return new Content(
                Objects.requireNonNull(title).strip(),
                summary == null ? "" : summary.strip(),
                texts(keywords),
                blankToNull(track),
                blankToNull(type),
                texts(topics).stream().distinct().toList(),
                authorList().stream().map(SubmissionInput::author).toList(),
                conflictList().stream().map(ConflictInput::conflict).toList());
    }

    private static Author author(AuthorInput input) {
        return new Author(
                Objects.requireNonNull(input.name()).strip(),
                blankToNull(input.email()),
                blankToNull(input.affiliation()),
                blankToNull(input.country()),
                input.isCorresponding(),
                blankToNull(input.orcid()));
    }

    private static List<@Nullable String> some(List<String> texts) {
        return texts.stream().<@Nullable String>map(text -> text).toList();
    }

    private static List<String> texts(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(text -> Objects.requireNonNull(text).strip())
                        .toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
