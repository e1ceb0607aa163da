package org.plenary.billing.subscription;

import com.stripe.param.billing.MeterEventCreateParams;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.kernel.Remembered;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaUsed;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Counts each paid delegate once, in a table of ours first and at Stripe's meter then, by the same name in both. */
@Component("metering")
public class Metering {
    private static final Logger LOG = LoggerFactory.getLogger(Metering.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final SubscriptionRows rows;
    private final PlatformCalls stripe;
    private final PriceBook prices;
    private final Clock clock;
    private final Remembered<TenantId, Boolean> metered = new Remembered<>(Duration.ofSeconds(5));

    Metering(JdbcClient jdbc, SubscriptionRows rows, PlatformCalls stripe, PriceBook prices, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.stripe = stripe;
        this.prices = prices;
        this.clock = clock;
    }

    /** Whether anything is counted for the tenant; asked with every order that is paid, so it is remembered a moment. */
    public boolean counts(TenantId tenant) {
        return metered.of(tenant, id -> rows.of(id).isAlive());
    }

    @ModuleListener(id = "billing.count-delegates", condition = "@metering.counts(#used.tenant())")
    public void on(QuotaUsed used) {
        var row = rows.of(used.tenant());
        if (used.quota() != Quota.DELEGATES || !row.isAlive()) return;
        if (!used.units().isEmpty()) keep(row, used.units());
    }

    /** All in one statement: an order may be of hundreds. */
    private void keep(SubscriptionRow row, Collection<UUID> delegates) {
        var start = row.periodStart() == null ? clock.instant() : row.periodStart();
        var period = start.atZone(ZoneOffset.UTC).toLocalDate();
        jdbc.sql("""
                        insert into control.counted_delegate (tenant_id, delegate_id, identifier, counted_at)
                        select :tenant, delegate, 'delegate:' || :tenant::text || ':' || delegate || ':' || :period, :now
                        from unnest(:delegates) delegate on conflict do nothing""")
                .param("tenant", row.tenant().value())
                .param("period", period.toString())
                .param("now", Timestamp.from(clock.instant()))
                .param("delegates", new SqlArrayValue("uuid", delegates.toArray()))
                .update();
    }

    private record Untold(UUID tenant, UUID delegate, String identifier, Instant at, String customer) {}

    /** Tells Stripe of what it was not told yet. Repeats safely: Stripe takes a name once. */
    void tell() {
        var untold = jdbc.sql("""
                        select c.tenant_id, c.delegate_id, c.identifier, c.counted_at, s.customer_id
                        from control.counted_delegate c join control.subscription s on s.tenant_id = c.tenant_id
                        where c.told_at is null and c.note is null and s.customer_id is not null
                        order by c.counted_at limit ?""")
                .param(AT_ONCE)
                .query((row, number) -> new Untold(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
        for (var one : untold) tell(one);
    }

    private void tell(Untold one) {
        var params = MeterEventCreateParams.builder()
                .setEventName(PriceBook.EVENT)
                .setIdentifier(one.identifier())
                .setTimestamp(one.at().getEpochSecond())
                .putPayload("stripe_customer_id", one.customer())
                .putPayload("value", "1")
                .build();
        try {
            stripe.count(params, one.identifier());
            told(one);
        } catch (StripeRefused e) {
            if (String.valueOf(e.getMessage()).contains("already exists")) {
                told(one);
                return;
            }
            LOG.error("paid delegate {} cannot be counted: {}", one.identifier(), e.getMessage());
            jdbc.sql("update control.counted_delegate set note = ? where tenant_id = ? and delegate_id = ?")
                    .params("refused: " + e.code(), one.tenant(), one.delegate())
                    .update();
        }
    }

    private void told(Untold one) {
        jdbc.sql("update control.counted_delegate set told_at = ? where tenant_id = ? and delegate_id = ?")
                .params(Timestamp.from(clock.instant()), one.tenant(), one.delegate())
                .update();
    }

    /** Paid delegates of the current period, as we counted them. */
    int ofPeriod(SubscriptionRow row) {
        if (row.periodStart() == null) return 0;
        return jdbc.sql("select count(*) from control.counted_delegate where tenant_id = ? and counted_at >= ?")
                .params(row.tenant().value(), Timestamp.from(row.periodStart()))
                .query(Integer.class)
                .single();
    }

    /** How many more we have counted for this period than Stripe has; zero when both agree. */
    long difference(SubscriptionRow row) {
        var start = row.periodStart();
        if (start == null || row.customer() == null || !row.isAlive()) return 0;
        var from = start.getEpochSecond() / 60 * 60;
        var to = (clock.instant().getEpochSecond() / 60 + 1) * 60;
        if (to <= from) return 0;
        var ours = jdbc.sql("""
                        select count(*) from control.counted_delegate
                        where tenant_id = ? and counted_at >= ? and told_at is not null""")
                .params(row.tenant().value(), Timestamp.from(Instant.ofEpochSecond(from)))
                .query(Long.class)
                .single();
        return ours - stripe.counted(prices.meter(), row.customer(), from, to);
    }

    /** Holds our count against Stripe's and says where they differ. */
    void compare() {
        for (var row : rows.notSeenSince(clock.instant().plus(Duration.ofDays(1)), AT_ONCE)) {
            var difference = difference(row);
            if (difference != 0)
                LOG.error(
                        "tenant {}: {} paid delegates more are counted here than at Stripe", row.tenant(), difference);
        }
    }
}
