package org.plenary.conference.setup;

import org.plenary.kernel.Problem;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaCount;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many conferences the organization may have at a time. */
@Component
class ConferenceQuota implements QuotaCount {
    private final ObjectProvider<Entitlements> entitlements;
    private final JdbcClient jdbc;

    ConferenceQuota(ObjectProvider<Entitlements> entitlements, JdbcClient jdbc) {
        this.entitlements = entitlements;
        this.jdbc = jdbc;
    }

    @Override
    public Quota quota() {
        return Quota.CONFERENCES;
    }

    @Override
    public long now() {
        return jdbc.sql("select count(*) from conference where status <> 'ARCHIVED'")
                .query(Long.class)
                .single();
    }

    /** @throws Problem.Conflict {@code plan_limit} */
    void requireRoom() {
        var known = entitlements.getIfAvailable();
        if (known == null) return;
        var limit = known.limit(Tenancy.require(), quota());
        if (limit.isPresent() && now() >= limit.getAsLong())
            throw new Problem.Conflict(
                    "plan_limit",
                    "Your plan is for " + limit.getAsLong()
                            + " conferences at a time; archive one that is over, or choose a larger plan.");
    }
}
