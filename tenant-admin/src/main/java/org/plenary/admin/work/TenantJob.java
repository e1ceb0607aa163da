package org.plenary.admin.work;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/**
 * One piece of long work for a tenant.
 *
 * @param askedBy the id of a caller, or {@code platform}
 * @param step what is being done, the last part of a message key
 * @param done of {@code total}; the total is 0 until it is known
 * @param problem why it failed, for operators
 * @param facts what the work needs to know, and keeps for its next try
 */
public record TenantJob(
        UUID id,
        TenantId tenant,
        Kind kind,
        Status status,
        String askedBy,
        String askerName,
        Instant askedAt,
        @Nullable Instant finishedAt,
        int attempts,
        String step,
        int done,
        int total,
        @Nullable String problem,
        Map<String, String> facts) {
    public enum Kind {
        EXPORT,
        BACKUP,
        RESTORE
    }

    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isOpen() {
        return status == Status.WAITING || status == Status.RUNNING;
    }

    public boolean isDone() {
        return status == Status.DONE;
    }

    /** Of 100, which it is only when it is over. */
    public int percent() {
        if (isDone()) return 100;
        return total == 0 ? 0 : (int) Math.min(99, 100L * done / total);
    }
}
