package org.plenary.billing.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.kernel.Ids;
import org.plenary.payments.Payments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's disputes in the database. */
@Component
public class DisputeRows {
    private static final String COLUMNS = """
            select id, stripe_id, account_id, payment_id, subject, reference, amount, currency, fee, fee_currency, reason, status,
                due_by, opened_at, closed_at, own_words, answer, answered_by
            from dispute\s""";

    private final JdbcClient jdbc;

    DisputeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For the order's page, the newest first. */
    @Transactional(readOnly = true)
    public List<Payments.Dispute> of(UUID subject) {
        return jdbc
                .sql(COLUMNS + "where subject = ? order by opened_at desc")
                .param(subject)
                .query(DisputeRows::row)
                .list()
                .stream()
                .map(row -> new Payments.Dispute(row.id(), row.amount(), row.status(), row.dueBy()))
                .toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<DisputeRow> latest(int limit) {
        return jdbc.sql(COLUMNS + "order by opened_at desc, id limit ?")
                .param(limit)
                .query(DisputeRows::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DisputeRow> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(DisputeRows::row)
                .optional();
    }

    /** True for the one who adds it. */
    boolean insert(SeenDispute seen, PaymentRow payment) {
        return jdbc.sql("""
                        insert into dispute (id, stripe_id, account_id, payment_id, subject, reference, amount, currency, fee,
                            fee_currency, reason, status, due_by, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 'needs_response', ?, ?) on conflict (stripe_id) do nothing""")
                        .param(Ids.next())
                        .param(seen.id())
                        .param(seen.account())
                        .param(payment.id())
                        .param(payment.subject())
                        .param(payment.reference())
                        .param(seen.amount().getAmountMinorLong())
                        .param(seen.amount().getCurrencyUnit().getCode())
                        .param(seen.fee().getCurrencyUnit().getCode())
                        .param(seen.reason())
                        .param(at(seen.dueBy()))
                        .param(at(seen.openedAt()))
                        .update()
                > 0;
    }

    DisputeRow lock(String stripeId) {
        return jdbc.sql(COLUMNS + "where stripe_id = ? for update")
                .param(stripeId)
                .query(DisputeRows::row)
                .single();
    }

    void update(DisputeRow row, SeenDispute seen, @Nullable Instant closedAt) {
        jdbc.sql(
                        "update dispute set status = ?, reason = ?, due_by = ?, fee = ?, fee_currency = ?, closed_at = ? where id = ?")
                .param(seen.status())
                .param(seen.reason())
                .param(at(seen.dueBy()))
                .param(seen.fee().getAmountMinorLong())
                .param(seen.fee().getCurrencyUnit().getCode())
                .param(at(closedAt))
                .param(row.id())
                .update();
    }

    /** False when somebody has answered before, or nobody can any more. */
    @Transactional
    public boolean answer(UUID id, String answer, @Nullable String ownWords, String by, Instant at) {
        return jdbc.sql("""
                        update dispute set answer = ?, own_words = ?, answered_by = ?, answered_at = ?
                        where id = ? and answer is null and status in ('needs_response', 'warning_needs_response')""")
                        .param(answer)
                        .param(ownWords)
                        .param(by)
                        .param(Timestamp.from(at))
                        .param(id)
                        .update()
                > 0;
    }

    /** Answers that were written down, and that Stripe does not show yet. */
    @Transactional(readOnly = true)
    public List<UUID> unsent(Instant before, int limit) {
        return jdbc.sql("""
                        select id from dispute where answer is not null and answered_at < ?
                            and status in ('needs_response', 'warning_needs_response') order by answered_at limit ?""")
                .param(Timestamp.from(before))
                .param(limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static DisputeRow row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new DisputeRow(
                row.getObject("id", UUID.class),
                row.getString("stripe_id"),
                row.getString("account_id"),
                row.getObject("payment_id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                Money.ofMinor(currency, row.getLong("amount")),
                Money.ofMinor(CurrencyUnit.of(row.getString("fee_currency")), row.getLong("fee")),
                row.getString("reason"),
                row.getString("status"),
                instant(row, "due_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                row.getString("own_words"),
                row.getString("answer"),
                row.getString("answered_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
