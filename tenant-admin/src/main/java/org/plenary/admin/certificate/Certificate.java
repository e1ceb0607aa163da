package org.plenary.admin.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantRemains.Remain;

/**
 * Says that a tenant is gone.
 *
 * @param restoredAt when it was had back from a backup all the same: from then on the certificate does not stand
 */
record Certificate(
        String number,
        Instant issuedAt,
        Facts facts,
        @Nullable Instant restoredAt) {
    /** @param erased how many of each kind there were, all of them gone when the certificate was issued */
    record Facts(
            String tenant,
            String organization,
            String slug,
            String language,
            String zone,
            String askedBy,
            @Nullable String asker,
            Instant askedAt,
            Instant erasedAt,
            Map<String, Long> erased,
            List<Remain> kept) {}

    public boolean stands() {
        return restoredAt == null;
    }
}
