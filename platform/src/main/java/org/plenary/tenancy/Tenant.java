package org.plenary.tenancy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organizing body as the platform knows it.
 *
 * @param slug the first label of its host
 * @param schema the database schema that holds everything it owns; never made from user input, changed by a restore alone
 * @param country ISO 3166-1 alpha-2
 * @param domain a host of its own for its public pages, in lower case and ASCII; null while none is proved to be its
 * @param generation how often its data was replaced by that of a backup; versions of rows start over then
 * @param schemaVersion the number of the last change applied to its schema, or null while it has none
 */
public record Tenant(
        TenantId id,
        String slug,
        String schema,
        String name,
        String country,
        Locale locale,
        ZoneId timeZone,
        TenantStatus status,
        @Nullable String statusReason,
        String plan,
        Branding branding,
        @Nullable String domain,
        @Nullable String schemaVersion,
        Instant createdAt,
        int generation) {
    /** One whose data was never replaced. */
    public Tenant(
            TenantId id,
            String slug,
            String schema,
            String name,
            String country,
            Locale locale,
            ZoneId timeZone,
            TenantStatus status,
            @Nullable String statusReason,
            String plan,
            Branding branding,
            @Nullable String domain,
            @Nullable String schemaVersion,
            Instant createdAt) {
        this(
                id,
                slug,
                schema,
                name,
                country,
                locale,
                timeZone,
                status,
                statusReason,
                plan,
                branding,
                domain,
                schemaVersion,
                createdAt,
                0);
    }

    public boolean isActive() {
        return status == TenantStatus.ACTIVE;
    }
}
