package org.plenary.admin.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/**
 * @param name the host
 * @param token what the DNS must say
 * @param provedAt since when it is the tenant's; null while it is not
 * @param checkedAt when DNS was asked last
 * @param missingSince since when DNS says no more that it is theirs
 */
record DomainClaim(
        TenantId tenant,
        String name,
        String token,
        Instant claimedAt,
        @Nullable Instant provedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant missingSince) {
    private static final String LABEL = "_plenary.";
    private static final String SAYS = "plenary-domain=";

    /** The name of the TXT record. */
    public String record() {
        return LABEL + name;
    }

    /** What the TXT record says. */
    public String value() {
        return SAYS + token;
    }

    public boolean isProved() {
        return provedAt != null;
    }
}
