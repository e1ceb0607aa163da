package org.plenary.billing.desk;

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
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.DeskPayments.Method;
import org.plenary.payments.DeskPayments.Receipt;
import org.plenary.payments.DeskPayments.Taking;
import org.plenary.payments.DeskPayments.Voided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound tenant's payments by hand in the database. */
@Component
class DeskRows {
    private static final String ROWS = """
            select p.*, coalesce((select sum(r.amount) from desk_refund r
                where r.payment_id = p.id and r.handed_at is null), 0) as returning_minor
            from desk_payment p\s""";

    private final JdbcClient jdbc;

    DeskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param refunded what was handed out again */
    record Row(Receipt receipt, String reference, UUID conference, Money refunded) {
        UUID id() {
            return receipt.id();
        }
    }

    Optional<Row> ofKey(UUID key) {
        return jdbc.sql(ROWS + "where p.key = ?")
                .param(key)
                .query(DeskRows::row)
                .optional();
    }

    Optional<Row> lock(UUID id) {
        return jdbc.sql(ROWS + "where p.id = ? for update of p")
                .param(id)
                .query(DeskRows::row)
                .optional();
    }

    /** The oldest first. */
    List<Row> of(UUID subject) {
        return of(List.of(subject));
    }

    List<Row> of(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql(ROWS + "where p.subject in (:subjects) order by p.id")
                .param("subjects", subjects)
                .query(DeskRows::row)
                .list();
    }

    /** As {@link #of}; nobody else gives back or voids until the caller's transaction ends. */
    List<Row> lockAll(UUID subject) {
        return jdbc.sql(ROWS + "where p.subject = ? order by p.id for update of p")
                .param(subject)
                .query(DeskRows::row)
                .list();
    }

    void insert(UUID id, Taking taking, String number, Instant at) {
        jdbc.sql("""
                        insert into desk_payment (id, key, subject, conference_id, reference, number, method, proof, amount,
                            currency, cashier_id, cashier, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(taking.key())
                .param(taking.subject())
                .param(taking.conference())
                .param(taking.reference())
                .param(number)
                .param(taking.method().wire())
                .param(taking.proof())
                .param(taking.amount().getAmountMinorLong())
                .param(taking.amount().getCurrencyUnit().getCode())
                .param(taking.cashier().id())
                .param(taking.cashier().name())
                .param(Timestamp.from(at))
                .update();
    }

    void cancel(UUID id, String reason, Cashier by, Instant at) {
        jdbc.sql("""
                        update desk_payment set voided_at = ?, voided_by_id = ?, voided_by = ?, void_reason = ?
                        where id = ?""")
                .param(Timestamp.from(at))
                .param(by.id())
                .param(by.name())
                .param(reason)
                .param(id)
                .update();
    }

    void refunded(UUID id, Money more) {
        jdbc.sql("update desk_payment set refunded = refunded + ? where id = ?")
                .param(more.getAmountMinorLong())
                .param(id)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        var amount = Money.ofMinor(currency, row.getLong("amount"));
        var refunded = Money.ofMinor(currency, row.getLong("refunded"));
        var left = amount.minus(refunded).minus(Money.ofMinor(currency, row.getLong("returning_minor")));
        var receipt = new Receipt(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("number"),
                Method.of(row.getString("method")).orElseThrow(),
                row.getString("proof"),
                amount,
                left,
                row.getString("cashier"),
                at(row, "taken_at"),
                voided(row));
        return new Row(receipt, row.getString("reference"), row.getObject("conference_id", UUID.class), refunded);
    }

    private static @Nullable Voided voided(ResultSet row) throws SQLException {
        if (row.getTimestamp("voided_at") == null) return null;
        return new Voided(row.getString("voided_by"), at(row, "voided_at"), row.getString("void_reason"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
