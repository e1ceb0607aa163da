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
 */
public record Deletion(
        TenantId tenant,
        String requestedBy,
        Instant requestedAt,
        Instant eraseAfter,
        TenantStatus before,
        @Nullable Instant exportedAt,
        @Nullable Long archiveBytes,
        int failures) {

    public boolean isExported() {
        return exportedAt != null;
    }

    public boolean hasArchive() {
        return archiveBytes != null;
    }
}
