package org.plenary.registration.fee;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What holds of everything that a conference sells. */
@Component
public class SalesRules {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;

    SalesRules(JdbcClient jdbc, Json json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /**
     * @param donations whether buyers can add a gift of any size to their order
     * @param priceRule null for {@link PriceRule#LOCKED_WHEN_ORDERED}
     * @param priceNoticeDays how many days before a price changes the buyers of unpaid orders are told; null for a week
     */
    public record Rules(
            boolean donations,
            @Nullable PriceRule priceRule,
            @Nullable Integer priceNoticeDays) {
        public static final int MOST_NOTICE_DAYS = 60;
        private static final int USUAL_NOTICE_DAYS = 7;
        static final Rules PLAIN = new Rules(false, null, null);

        public Rules {
            priceRule = priceRule == null ? PriceRule.LOCKED_WHEN_ORDERED : priceRule;
            priceNoticeDays = priceNoticeDays == null ? Integer.valueOf(USUAL_NOTICE_DAYS) : priceNoticeDays;
        }

        public boolean locksWhenPaid() {
            return priceRule == PriceRule.LOCKED_WHEN_PAID;
        }

        /** How long before a price changes its buyers are told. */
        public Duration notice() {
            return Duration.ofDays(priceNoticeDays == null ? USUAL_NOTICE_DAYS : priceNoticeDays);
        }

        void check() {
            var days = notice().toDays();
            new Violations()
                    .check(days >= 1 && days <= MOST_NOTICE_DAYS, "/price_notice_days", "range", "From 1 to 60 days.")
                    .throwIfAny();
        }
    }

    /** The conferences of the bound tenant whose unpaid orders take the price of the period in which they are paid. */
    @Transactional(readOnly = true)
    public List<UUID> lockedWhenPaid() {
        return jdbc.sql("SELECT conference_id FROM sales_rules WHERE definition ->> 'price_rule' = :rule")
                .param("rule", PriceRule.LOCKED_WHEN_PAID.wire())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Rules of(UUID conference) {
        return Reading.once(
                SalesRules.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.SALES_RULES).stream()
                        .map(kept -> json.read(kept.content(), Rules.class))
                        .findFirst()
                        .orElse(Rules.PLAIN));
    }

    @Transactional
    void set(ConferenceView conference, Rules rules) {
        rules.check();
        jdbc.sql("""
                INSERT INTO sales_rules (conference_id, definition) VALUES (:conference, CAST(:definition AS jsonb))
                ON CONFLICT (conference_id) DO UPDATE SET definition = excluded.definition""")
                .param("conference", conference.id())
                .param("definition", json.write(rules))
                .update();
        audit.record(
                "sales-rules.changed",
                conference.id().toString(),
                Map.of(
                        "donations", rules.donations(),
                        "price_rule", String.valueOf(rules.priceRule()),
                        "price_notice_days", rules.notice().toDays()));
    }
}
