package org.plenary.admin.operator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/** What an operator can ask a list of tenants for; all but the version of the schema is as it was last measured. */
enum TenantHealth {
    WELL("not coalesce(v.trouble, false)"),
    TROUBLED("v.trouble"),
    UNREACHABLE("not v.reachable"),
    BEHIND("v.behind"),
    LATE_EVENTS("v.late_events > 0"),
    WEBHOOKS("v.failing_endpoints > 0"),
    OVER_QUOTA("v.over_quota");

    /** In SQL; each of ours, nothing of it is typed. */
    private final String claim;

    TenantHealth(String claim) {
        this.claim = claim;
    }

    String claim() {
        return claim;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable TenantHealth of(@Nullable String asked) {
        if (asked == null || asked.isBlank()) return null;
        for (var health : values()) if (health.wire().equals(asked)) return health;
        throw new Problem.InvalidInput("/health", "choice", "There is no such filter.");
    }
}
