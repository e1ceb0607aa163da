package org.plenary.billing.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.AccountStatements.Account;
import org.plenary.payments.AccountStatements.Days;
import org.plenary.payments.AccountStatements.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what happened on the receivables of some orders. */
@Component
class StatementQueries {
    private static final int MOST = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final JdbcClient jdbc;

    StatementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Instant at, String source, @Nullable String document, String reference, Money amount) {}

    @Transactional(readOnly = true)
    public List<Account> accounts(Collection<String> references, Days days, ZoneId zone) {
        if (references.isEmpty()) return List.of();
        var from = start(days.from() == null ? EARLIEST : days.from(), zone);
        var to = start((days.to() == null ? LATEST : days.to()).plusDays(1), zone);
        var openings = new TreeMap<CurrencyUnit, Money>();
        jdbc.sql("""
                        select currency, coalesce(sum(debit - credit) filter (where booked_at < :from), 0) as before from ledger_entry
                        where account = 'receivables' and reference in (:references) and booked_at < :to group by currency""")
                .param("references", references)
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("before")))
                .list()
                .forEach(money -> openings.put(money.getCurrencyUnit(), money));
        var accounts = new ArrayList<Account>();
        openings.forEach((currency, opening) -> accounts.add(account(opening, rows(references, currency, from, to))));
        return accounts;
    }

    private List<Row> rows(Collection<String> references, CurrencyUnit currency, Timestamp from, Timestamp to) {
        return jdbc.sql("""
                        select e.booked_at, e.source, e.reference, e.debit - e.credit as minor, e.currency, i.number
                        from ledger_entry e left join invoice i
                            on i.id = case when e.source in ('invoice', 'credit_note') then cast(e.key as uuid) end
                        where e.account = 'receivables' and e.reference in (:references) and e.currency = :currency
                            and e.booked_at >= :from and e.booked_at < :to
                        order by e.booked_at, e.id limit :limit""")
                .param("references", references)
                .param("currency", currency.getCode())
                .param("from", from)
                .param("to", to)
                .param("limit", MOST + 1)
                .query(StatementQueries::row)
                .list();
    }

    private static Account account(Money opening, List<Row> rows) {
        var lines = new ArrayList<Line>();
        var balance = opening;
        for (var row : rows.subList(0, Math.min(rows.size(), MOST))) {
            balance = balance.plus(row.amount());
            lines.add(new Line(row.at(), kind(row.source()), row.document(), row.reference(), row.amount(), balance));
        }
        return new Account(opening.getCurrencyUnit(), opening, lines, balance, rows.size() <= MOST);
    }

    private static String kind(String source) {
        return switch (source) {
            case "invoice" -> "invoice";
            case "credit_note" -> "credit-note";
            case "payment", "desk_payment" -> "payment";
            case "desk_void" -> "payment-void";
            case "refund", "desk_refund" -> "refund";
            case "refund_failed" -> "refund-failed";
            case "write_off" -> "write-off";
            case "write_off_undone", "write_off_back" -> "write-off-back";
            default -> "other";
        };
    }

    private static Timestamp start(LocalDate day, ZoneId zone) {
        var kept = day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
        return Timestamp.from(kept.atStartOfDay(zone).toInstant());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("number"),
                row.getString("reference"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("minor")));
    }
}
