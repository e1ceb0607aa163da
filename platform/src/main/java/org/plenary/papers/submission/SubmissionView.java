package org.plenary.papers.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A paper on the wire, for its author and for staff.
 *
 * @param announced the decision that the authors know; null while they know of none
 * @param formVersion of the call's form that the answers are given to; 0 when nothing was asked
 */
public record SubmissionView(
        int number,
        PaperStatus status,
        @Nullable PaperStatus announced,
        String title,
        @JsonProperty("abstract") String summary,
        List<String> keywords,
        @Nullable String track,
        @Nullable String type,
        List<String> topics,
        List<Author> authors,
        List<Conflict> conflicts,
        Map<String, JsonNode> answers,
        int formVersion,
        boolean hasFile,
        @Nullable String externalId,
        @Nullable String source,
        Instant submittedAt) {

    /** As staff see it. */
    public static SubmissionView of(Paper paper) {
        return of(paper, paper.status());
    }

    /** As its authors see it, who may not know yet what was decided. */
    public static SubmissionView forAuthor(Paper paper) {
        return of(paper, paper.shown());
    }

    private static SubmissionView of(Paper paper, PaperStatus status) {
        var content = paper.content();
        return new SubmissionView(
                paper.number(),
                status,
                paper.announced(),
                content.title(),
                content.summary(),
                content.keywords(),
                content.track(),
                content.type(),
                content.topics(),
                content.authors(),
                content.conflicts(),
                paper.answers().values(),
                paper.answers().form(),
                paper.file() != null,
                paper.externalId(),
                paper.source(),
                paper.submittedAt());
    }
}
