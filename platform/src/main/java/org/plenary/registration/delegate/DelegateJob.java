package org.plenary.registration.delegate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violation;
import tools.jackson.databind.JsonNode;

/**
 * Something done to many delegates behind the scenes.
 *
 * @param kind which {@link JobWork} does it
 * @param request what that needs to know
 * @param total steps, usually delegates
 * @param problems what went wrong with whom; the rest was done
 * @param hasFile whether there is a file to download
 */
record DelegateJob(
        UUID conference,
        UUID id,
        String kind,
        String status,
        int total,
        int done,
        JsonNode request,
        List<Failed> problems,
        boolean hasFile,
        String startedBy,
        Instant startedAt) {
    /** Something is kept for it, and nobody has said yet that it is to be done. */
    static final String DRAFT = "draft";

    static final String RUNNING = "running";
    static final String FINISHED = "finished";
    static final String FAILED = "failed";

    /**
     * @param subject whom or which row it concerns
     * @param code as of a violation, for a text in the reader's language
     * @param details as of a violation; those of earlier versions have none
     */
    record Failed(
            String subject,
            String code,
            String detail,
            @Nullable Map<String, Object> details) {
        Failed(String subject, String code, String detail) {
            this(subject, code, detail, Map.of());
        }

        Violation violation() {
            return new Violation("/subject", code, detail, details == null ? Map.of() : details);
        }
    }

    DelegateJob {
        problems = List.copyOf(problems);
    }

    boolean isDraft() {
        return status.equals(DRAFT);
    }

    public boolean isRunning() {
        return status.equals(RUNNING);
    }
}
