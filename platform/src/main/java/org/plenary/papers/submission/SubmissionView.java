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
 * @param formVersion of the call's form that the answers are given to; 0 when nothing was asked
 */
public record SubmissionView(
        int number,
        PaperStatus status,
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

    public static SubmissionView of(Paper paper) {
        var content = paper.content();
        return new SubmissionView(
                paper.number(),
                paper.status(),
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
