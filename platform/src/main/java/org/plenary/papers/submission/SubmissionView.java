package org.plenary.papers.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper on the wire, for its author and for staff. */
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
                paper.file() != null,
                paper.externalId(),
                paper.source(),
                paper.submittedAt());
    }
}
