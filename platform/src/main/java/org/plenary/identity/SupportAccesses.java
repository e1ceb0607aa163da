package org.plenary.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/**
 * Times in which an operator may look into an organization (TEN-04): with a reason, for some hours, reading only. The
 * organization sees them and can end them, and each page that was opened is in its audit trail.
 */
public interface SupportAccesses {
    /**
     * @param name of the operator
     * @param endsAt also when it was ended before
     * @param endedBy null for one that was not ended by anybody
     */
    record Access(
            UUID id,
            TenantId tenant,
            UUID account,
            String name,
            String reason,
            Instant begunAt,
            Instant endsAt,
            @Nullable String endedBy) {
        public boolean isOpen(Instant now) {
            return now.isBefore(endsAt);
        }
    }

    /** Opens a tenant to the operator who makes the current request; an access of theirs that is open is ended. */
    Access begin(TenantId tenant, String reason, Duration time);

    Optional<Access> find(UUID id);

    /** The newest first. */
    List<Access> latest(TenantId tenant, int most);

    /** Ends an access at once; false when it was over. @param by a name, for those who read it later */
    boolean end(TenantId tenant, UUID id, String by);
}
