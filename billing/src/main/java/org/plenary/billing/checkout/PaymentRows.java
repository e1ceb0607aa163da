package org.plenary.billing.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.PaymentStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound tenant's payments in the database. */
@Component
public class PaymentRows {
    private static final String COLUMNS = """
            select id, subject, reference, attempt, status, amount, refunded, currency, confirmed, closing, fee_booked,
                further, account_id, session_id, intent_id, url, request, expires_at, failure, paid_with, created_at
            from payment\s""";
    private static final int FAILURE_LENGTH = 300;

    private final JdbcClient jdbc;

    PaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PaymentRow> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(PaymentRows::row)
                .optional();
    }

    public Optional<PaymentRow> ofIntent(String intent) {
        return jdbc.sql(COLUMNS + "where intent_id = ?")
                .param(intent)
                .query(PaymentRows::row)
                .optional();
    }

    /** The newest first. */
    public List<PaymentRow> of(UUID subject) {
        return of(List.of(subject));
    }

    /** The newest first. */
    public List<PaymentRow> of(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql(COLUMNS + "where subject in (:subjects) order by id desc")
                .param("subjects", subjects)
                .query(PaymentRows::row)
                .list();
    }

    public List<PaymentRow> latest(int limit) {
        return jdbc.sql(COLUMNS + "order by id desc limit ?")
                .param(limit)
                .query(PaymentRows::row)
                .list();
    }

    /** Locks all of a subject's payments, so that two that are paid at once see each other. */
    public List<PaymentRow> lock(UUID subject) {
        return jdbc.sql(COLUMNS + "where subject = ? order by id for update")
                .param(subject)
                .query(PaymentRows::row)
                .list();
    }

    public Optional<PaymentRow> open(UUID subject) {
        return jdbc.sql(COLUMNS + "where subject = ? and status in ('OPEN', 'PROCESSING')")
                .param(subject)
                .query(PaymentRows::row)
                .optional();
    }

    /** Payments of before then that Stripe should be asked about: still open, or paid with the fee unknown. */
    public List<UUID> unsettled(Instant before, Instant feesSince, int limit) {
        return jdbc.sql("""
                        select id from payment
                        where created_at < :before
                          and (status in ('OPEN', 'PROCESSING') or (not fee_booked and paid_at > :fees))
                        order by created_at limit :limit""")
                .param("before", Timestamp.from(before))
                .param("fees", Timestamp.from(feesSince))
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Adds an open payment; false when the subject has one already. */
    boolean insert(PaymentRow row) {
        return jdbc.sql("""
                        insert into payment (id, subject, reference, attempt, status, amount, currency, further, account_id,
                            request, expires_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (subject) where status in ('OPEN', 'PROCESSING') do nothing""")
                        .param(row.id())
                        .param(row.subject())
                        .param(row.reference())
                        .param(row.attempt())
                        .param(row.status().name())
                        .param(row.amount().getAmountMinorLong())
                        .param(row.amount().getCurrencyUnit().getCode())
                        .param(row.further())
                        .param(row.account())
                        .param(row.request())
                        .param(Timestamp.from(row.expiresAt()))
                        .param(Timestamp.from(row.createdAt()))
                        .update()
                > 0;
    }

    /** Keeps the page; false when the payment was ended meanwhile. */
    boolean opened(UUID id, String session, String url) {
        return jdbc.sql("update payment set session_id = ?, url = ?, request = null where id = ? and status = 'OPEN'")
                        .param(session)
                        .param(url)
                        .param(id)
                        .update()
                > 0;
    }

    void closing(UUID id) {
        jdbc.sql("update payment set closing = true where id = ?").param(id).update();
    }

    void move(PaymentRow row, PaymentStatus to, @Nullable String failure) {
        if (!PaymentMoves.may(row.status(), to))
            throw new IllegalStateException("a payment cannot go from " + row.status() + " to " + to);
        jdbc.sql(
                        "update payment set status = ?, failure = coalesce(?, failure), url = null, request = null where id = ?")
                .param(to.name())
                .param(cut(failure))
                .param(row.id())
                .update();
    }

    void declined(UUID id, String failure) {
        jdbc.sql("update payment set failure = ? where id = ? and status = 'OPEN'")
                .param(cut(failure))
                .param(id)
                .update();
    }

    void paid(PaymentRow row, SeenSession seen, boolean confirmed, @Nullable String failure, Instant at) {
        if (!PaymentMoves.may(row.status(), PaymentStatus.PAID))
            throw new IllegalStateException("a payment cannot be paid when it is " + row.status());
        jdbc.sql("""
                        update payment set status = 'PAID', confirmed = ?, failure = ?, session_id = ?, intent_id = ?,
                            charge_id = ?, paid_with = ?, url = null, request = null, paid_at = ?
                        where id = ?""")
                .param(confirmed)
                .param(cut(failure))
                .param(seen.id())
                .param(seen.intent())
                .param(seen.charge())
                .param(seen.paidWith())
                .param(Timestamp.from(at))
                .param(row.id())
                .update();
    }

    void feeBooked(UUID id) {
        jdbc.sql("update payment set fee_booked = true where id = ?").param(id).update();
    }

    public void refunded(PaymentRow row, long refunded) {
        var to = PaymentMoves.afterRefund(row.amount().getAmountMinorLong(), refunded);
        if (to != row.status() && !PaymentMoves.may(row.status(), to))
            throw new IllegalStateException("a payment cannot go from " + row.status() + " to " + to);
        jdbc.sql("update payment set status = ?, refunded = ? where id = ?")
                .param(to.name())
                .param(refunded)
                .param(row.id())
                .update();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= FAILURE_LENGTH ? text : text.substring(0, FAILURE_LENGTH);
    }

    private static PaymentRow row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new PaymentRow(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                row.getInt("attempt"),
                PaymentStatus.valueOf(row.getString("status")),
                Money.ofMinor(currency, row.getLong("amount")),
                Money.ofMinor(currency, row.getLong("refunded")),
                row.getBoolean("confirmed"),
                row.getBoolean("closing"),
                row.getBoolean("fee_booked"),
                row.getBoolean("further"),
                row.getString("account_id"),
                row.getString("session_id"),
                row.getString("intent_id"),
                row.getString("url"),
                row.getString("request"),
                instant(row, "expires_at"),
                row.getString("failure"),
                row.getString("paid_with"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
