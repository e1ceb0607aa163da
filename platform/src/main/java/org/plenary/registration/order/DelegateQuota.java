package org.plenary.registration.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaCount;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * How many delegates the organization may have at a time. Far below the limit nobody counts for every order; near it, each
 * order is counted exactly but for what other buyers hold at the same moment.
 */
@Component
class DelegateQuota implements QuotaCount {
    private static final double NEAR = 0.8;

    /** Asked for once: looking a bean up takes longer than all else here. */
    private final SingletonSupplier<Entitlements> entitlements;

    private final JdbcClient jdbc;
    /** What was counted a short while ago, and what came since on this node. */
    private final Cache<TenantId, AtomicLong> counted =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build();

    DelegateQuota(ObjectProvider<Entitlements> entitlements, JdbcClient jdbc) {
        this.entitlements = SingletonSupplier.ofNullable(entitlements::getIfAvailable);
        this.jdbc = jdbc;
    }

    @Override
    public Quota quota() {
        return Quota.DELEGATES;
    }

    @Override
    public long now() {
        return jdbc.sql("""
                        select count(*) from delegate d join conference c on c.id = d.conference_id
                        where d.status in ('pending', 'confirmed') and c.status <> 'ARCHIVED'""").query(Long.class).single();
    }

    /**
     * @param more delegates of an order that is to be placed
     * @throws Problem.Conflict {@code registration_paused}
     */
    void requireRoomFor(int more) {
        var known = entitlements.get();
        if (known == null || more == 0) return;
        var tenant = Tenancy.require();
        var limit = known.limit(tenant, quota());
        if (limit.isEmpty()) return;
        var count = counted.get(tenant.id(), id -> new AtomicLong(now()));
        if (count.get() + more > limit.getAsLong() * NEAR) count.set(now());
        if (count.get() + more > limit.getAsLong())
            throw new Problem.Conflict(
                    "registration_paused",
                    "Registration is paused: the organizer's places on this platform are used up. Nothing was taken and"
                            + " nothing is to be paid; try again later or write to the organizer.");
        count.addAndGet(more);
    }
}
