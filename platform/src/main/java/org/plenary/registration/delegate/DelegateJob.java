package org.plenary.registration.delegate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    static final String RUNNING = "running";
    static final String FINISHED = "finished";
    static final String FAILED = "failed";

    /** @param subject whom or which row it concerns; @param code as of a violation, for a text in the reader's language */
    record Failed(String subject, String code, String detail) {}

    DelegateJob {
        problems = List.copyOf(problems);
    }

    public boolean isRunning() {
        return status.equals(RUNNING);
    }
}
