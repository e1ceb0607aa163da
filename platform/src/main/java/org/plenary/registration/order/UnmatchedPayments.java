package org.plenary.registration.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.identity.AuditTrail;
import org.plenary.payments.PaymentReceived;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that came in for orders and is over none of the prices that they had: shown to staff until one of them has dealt with it. */
@Component
class UnmatchedPayments {
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UnmatchedPayments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    record Unmatched(UUID payment, String order, Money amount, Money total, Instant receivedAt) {}

    /** The same once more changes nothing. */
    void keep(UUID order, PaymentReceived paid) {
        jdbc.sql("""
                INSERT INTO unmatched_payment (payment_id, order_id, amount_minor, currency, received_at)
                VALUES (:payment, :order, :amount, :currency, :now) ON CONFLICT (payment_id) DO NOTHING""")
                .param("payment", paid.payment())
                .param("order", order)
                .param("amount", paid.amount().getAmountMinorLong())
                .param("currency", paid.amount().getCurrencyUnit().getCode())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Those that nobody has dealt with, the oldest first. */
    @Transactional(readOnly = true)
    public List<Unmatched> of(UUID conference) {
        return jdbc.sql("""
                SELECT u.*, o.code, o.total_minor, o.currency AS order_currency
                FROM unmatched_payment u JOIN orders o ON o.id = u.order_id
                WHERE o.conference_id = :conference AND u.settled_at IS NULL ORDER BY u.received_at, u.payment_id LIMIT :shown""")
                .param("conference", conference)
                .param("shown", SHOWN)
                .query((row, n) -> new Unmatched(
                        row.getObject("payment_id", UUID.class),
                        row.getString("code"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount_minor")),
                        Money.ofMinor(CurrencyUnit.of(row.getString("order_currency")), row.getLong("total_minor")),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** Somebody has given the money back, or to the order that it was meant for. */
    @Transactional
    public void settle(UUID conference, UUID payment) {
        of(conference).stream()
                .filter(each -> each.payment().equals(payment))
                .findFirst()
                .ifPresent(each -> {
                    jdbc.sql("UPDATE unmatched_payment SET settled_at = :now WHERE payment_id = :payment")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("payment", payment)
                            .update();
                    audit.record(
                            "payment.settled",
                            each.order(),
                            java.util.Map.of("amount", each.amount().toString()));
                });
    }
}
