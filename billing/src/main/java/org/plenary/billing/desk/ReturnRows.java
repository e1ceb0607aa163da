package org.plenary.billing.desk;

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
import org.plenary.kernel.Ids;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.DeskPayments.Method;
import org.plenary.payments.DeskPayments.Return;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the payments by hand goes back, in the database. */
@Component
class ReturnRows {
    private static final String ROWS = """
            select r.*, p.subject, p.reference, p.number, p.method
            from desk_refund r join desk_payment p on p.id = r.payment_id\s""";

    private final JdbcClient jdbc;

    ReturnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param payment that it goes back on */
    record Row(Return returning, UUID payment) {}

    boolean hasKey(String key) {
        return jdbc.sql("select exists (select 1 from desk_refund where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    Money sumOf(String key, CurrencyUnit currency) {
        return Money.ofMinor(
                currency,
                jdbc.sql("select coalesce(sum(amount), 0) from desk_refund where key = ?")
                        .param(key)
                        .query(Long.class)
                        .single());
    }

    void insert(UUID payment, String key, Money amount, String reason, Instant at) {
        jdbc.sql("""
                        insert into desk_refund (id, payment_id, key, amount, currency, reason, owed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(Ids.next())
                .param(payment)
                .param(key)
                .param(amount.getAmountMinorLong())
                .param(amount.getCurrencyUnit().getCode())
                .param(reason)
                .param(Timestamp.from(at))
                .update();
    }

    Optional<Row> lock(UUID id) {
        return jdbc.sql(ROWS + "where r.id = ? for update of r, p")
                .param(id)
                .query(ReturnRows::row)
                .optional();
    }

    List<Return> of(UUID subject) {
        return jdbc
                .sql(ROWS + "where p.subject = ? order by r.id")
                .param(subject)
                .query(ReturnRows::row)
                .list()
                .stream()
                .map(Row::returning)
                .toList();
    }

    List<Return> waiting(UUID conference, int limit) {
        return jdbc
                .sql(ROWS + "where p.conference_id = ? and r.handed_at is null order by r.id limit ?")
                .param(conference)
                .param(limit)
                .query(ReturnRows::row)
                .list()
                .stream()
                .map(Row::returning)
                .toList();
    }

    void handedOut(UUID id, Cashier by, Instant at) {
        jdbc.sql("update desk_refund set handed_at = ?, handed_by_id = ?, handed_by = ? where id = ?")
                .param(Timestamp.from(at))
                .param(by.id())
                .param(by.name())
                .param(id)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var handed = row.getObject("handed_at", OffsetDateTime.class);
        return new Row(
                new Return(
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getString("reference"),
                        row.getString("number"),
                        Method.of(row.getString("method")).orElseThrow(),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                        row.getString("reason"),
                        row.getObject("owed_at", OffsetDateTime.class).toInstant(),
                        handed == null ? null : handed.toInstant(),
                        row.getString("handed_by")),
                row.getObject("payment_id", UUID.class));
    }
}
