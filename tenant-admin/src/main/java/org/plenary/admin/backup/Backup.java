package org.plenary.admin.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.TenantId;

/**
 * An archive of one tenant as of one moment.
 *
 * @param reason {@code schedule}, {@code hand} or {@code restore}: made just before another one took its place
 */
record Backup(
        UUID id,
        TenantId tenant,
        String slug,
        String name,
        Known known,
        String schemaVersion,
        Instant madeAt,
        Instant keepUntil,
        String reason,
        long bytes,
        long rows,
        int files,
        String sealedKey) {
    /** What the platform knew of the tenant, to have back one that is gone. */
    record Known(
            String country,
            String locale,
            String timeZone,
            String plan,
            Branding branding,
            Instant createdAt,
            int generation) {}

    /** What an archive says of itself, readable for everybody and bound to what is sealed. */
    record Header(UUID backup, UUID tenant, Instant madeAt, String schemaVersion, List<String> changes) {}

    /** What comes, in the order in which it comes. */
    record Contents(List<SchemaCopies.Table> tables, int files) {}

    /**
     * What came.
     *
     * @param tables by name
     * @param figures see {@link org.plenary.tenancy.SchemaSums}
     * @param files SHA-256 by id
     * @param missing files of which there was a row and no content
     */
    record Sums(
            Map<String, SchemaCopies.Sum> tables,
            Map<String, String> figures,
            Map<String, String> files,
            List<String> missing) {}
}
