package org.plenary.billing.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound tenant's refunds in the database. */
@Component
class RefundRows {
    private static final String COLUMNS =
            "select id, payment_id, key, amount, currency, reason, status, provider_id, attempts from refund ";
    /** Ends the key of a refund that is tried once more. */
    static final String AGAIN = ":again";

    /** The reason of one that somebody made at Stripe. */
    static final String EXTERNAL = "external";

    private static final int TEXT_LENGTH = 200;

    private final JdbcClient jdbc;

    RefundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RefundRow> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(RefundRows::row)
                .optional();
    }

    Optional<RefundRow> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ? for update")
                .param(id)
                .query(RefundRows::row)
                .optional();
    }

    Optional<RefundRow> byKey(String key) {
        return jdbc.sql(COLUMNS + "where key = ?")
                .param(key)
                .query(RefundRows::row)
                .optional();
    }

    /** What of a payment is on its way back, in minor units. */
    long pending(UUID payment) {
        return jdbc.sql("select coalesce(sum(amount), 0) from refund where payment_id = ? and status = 'PENDING'")
                .param(payment)
                .query(Long.class)
                .single();
    }

    /** What of a payment somebody gave back at Stripe, in minor units. */
    long madeAtStripe(UUID payment) {
        return jdbc.sql(
                        "select coalesce(sum(amount), 0) from refund where payment_id = ? and reason = ? and status <> 'FAILED'")
                .param(payment)
                .param(EXTERNAL)
                .query(Long.class)
                .single();
    }

    List<UUID> pendingBefore(Instant before, int limit) {
        return jdbc.sql("select id from refund where status = 'PENDING' and created_at < ? order by created_at limit ?")
                .param(Timestamp.from(before))
                .param(limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** False when the key is used already. */
    boolean insert(RefundRow row, Instant at) {
        return jdbc.sql("""
                        insert into refund (id, payment_id, key, amount, currency, reason, status, provider_id, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing""")
                        .param(row.id())
                        .param(row.payment())
                        .param(row.key())
                        .param(row.amount().getAmountMinorLong())
                        .param(row.amount().getCurrencyUnit().getCode())
                        .param(cut(row.reason()))
                        .param(row.status().name())
                        .param(row.provider())
                        .param(Timestamp.from(at))
                        .update()
                > 0;
    }

    void asked(UUID id) {
        jdbc.sql("update refund set attempts = attempts + 1 where id = ?")
                .param(id)
                .update();
    }

    void update(UUID id, RefundStatus status, @Nullable String provider, @Nullable String failure, Instant at) {
        jdbc.sql("""
                        update refund set status = ?, provider_id = coalesce(?, provider_id), failure = ?, done_at = ?
                        where id = ?""")
                .param(status.name())
                .param(provider)
                .param(failure == null ? null : cut(failure))
                .param(status == RefundStatus.PENDING ? null : Timestamp.from(at))
                .param(id)
                .update();
    }

    private static String cut(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH);
    }

    private static RefundRow row(ResultSet row, int number) throws SQLException {
        return new RefundRow(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("key"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                row.getString("reason"),
                RefundStatus.valueOf(row.getString("status")),
                row.getString("provider_id"),
                row.getInt("attempts"));
    }
}
