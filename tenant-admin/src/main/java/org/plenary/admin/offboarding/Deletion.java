package org.plenary.admin.offboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;

/**
 * A tenant on its way out.
 *
 * @param eraseAfter until then it can be had back; it is never erased before it is exported
 * @param before its status when the deletion was asked for
 * @param archiveBytes null before the export, and for a tenant that had no schema
 * @param failures how often the export or the erasure failed
 * @param askedBy {@code operator} or {@code owner}
 * @param askerName of the owner
 */
public record Deletion(
        TenantId tenant,
        String requestedBy,
        Instant requestedAt,
        Instant eraseAfter,
        TenantStatus before,
        @Nullable Instant exportedAt,
        @Nullable Long archiveBytes,
        int failures,
        String askedBy,
        @Nullable String askerName) {
    /** Who can ask for it: what the operator began no owner takes back. */
    static final String OPERATOR = "operator";

    static final String OWNER = "owner";

    public boolean isExported() {
        return exportedAt != null;
    }

    /** By an owner, who can take it back too. */
    public boolean isOwners() {
        return askedBy.equals(OWNER);
    }

    public boolean hasArchive() {
        return archiveBytes != null;
    }
}
