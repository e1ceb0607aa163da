package org.plenary.billing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the bound tenant's books. */
@Component
class LedgerQueries {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came in less what went back, and what was taken of it, in one currency. */
    record Sum(Money received, Money fees) {}

    /** In the order of booking, which is that of the ids. */
    @Transactional(readOnly = true)
    public List<LedgerLine> lines(Period period, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, entry, booked_at, account, debit, credit, currency, source, subject, reference
                        from ledger_entry
                        where booked_at >= :from and booked_at < :to and id > :after
                        order by id limit :limit""")
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(LedgerQueries::line)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Sum> sums() {
        return jdbc.sql("""
                        select currency,
                            coalesce(sum(debit - credit) filter (
                                where account in ('stripe_balance', 'cash', 'card_terminal', 'bank', 'stripe_fees', 'platform_fees')
                            ), 0) as received,
                            coalesce(sum(debit - credit) filter (where account in ('stripe_fees', 'platform_fees')), 0) as fees
                        from ledger_entry group by currency order by currency""")
                .query((row, number) -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    return new Sum(
                            Money.ofMinor(currency, row.getLong("received")),
                            Money.ofMinor(currency, row.getLong("fees")));
                })
                .list();
    }

    /** One for each currency in which something was ever booked. */
    @Transactional(readOnly = true)
    public List<TrialBalance> trialBalances(Period period) {
        record Cell(CurrencyUnit currency, TrialBalance.Row row) {}
        var rows = new TreeMap<CurrencyUnit, List<TrialBalance.Row>>();
        jdbc.sql("""
                        select currency, account,
                            coalesce(sum(debit - credit) filter (where booked_at < :from), 0) as before,
                            coalesce(sum(debit) filter (where booked_at >= :from), 0) as debits,
                            coalesce(sum(credit) filter (where booked_at >= :from), 0) as credits
                        from ledger_entry where booked_at < :to group by currency, account""")
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .query((row, number) -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    return new Cell(
                            currency,
                            TrialBalance.Row.of(
                                    LedgerAccount.of(row.getString("account")).orElseThrow(),
                                    currency,
                                    row.getLong("before"),
                                    row.getLong("debits"),
                                    row.getLong("credits")));
                })
                .list()
                .forEach(cell -> rows.computeIfAbsent(cell.currency(), each -> new ArrayList<>())
                        .add(cell.row()));
        return rows.entrySet().stream()
                .map(each -> new TrialBalance(
                        each.getKey(),
                        each.getValue().stream()
                                .sorted(Comparator.comparing(TrialBalance.Row::account))
                                .toList()))
                .toList();
    }

    /** @param after the last line that was seen, or null to begin with the first */
    @Transactional(readOnly = true)
    public Statement statement(
            LedgerAccount account, CurrencyUnit currency, Period period, @Nullable UUID after, int limit) {
        var before = jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry
                        where account = :account and currency = :currency
                            and (booked_at < :from or booked_at < :to and id <= :after)""")
                .param("account", account.key())
                .param("currency", currency.getCode())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("after", after == null ? FIRST : after)
                .query(Long.class)
                .single();
        var lines = jdbc.sql("""
                        select id, entry, booked_at, account, debit, credit, currency, source, subject, reference
                        from ledger_entry
                        where account = :account and currency = :currency
                            and booked_at >= :from and booked_at < :to and id > :after
                        order by id limit :limit""")
                .param("account", account.key())
                .param("currency", currency.getCode())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(LedgerQueries::line)
                .list();
        return Statement.of(account, currency, before, lines);
    }

    /** The sides of all movements of a period in one currency, those of a movement together. */
    @Transactional(readOnly = true)
    public List<LedgerLine> movements(CurrencyUnit currency, Period period, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, entry, booked_at, account, debit, credit, currency, source, subject, reference
                        from ledger_entry
                        where currency = :currency and booked_at >= :from and booked_at < :to and entry in (
                            select entry from ledger_entry
                            where currency = :currency and booked_at >= :from and booked_at < :to and entry > :after
                            group by entry order by entry limit :limit)
                        order by entry, line""")
                .param("currency", currency.getCode())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(LedgerQueries::line)
                .list();
    }

    private static LedgerLine line(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new LedgerLine(
                row.getObject("id", UUID.class),
                row.getObject("entry", UUID.class),
                instant(row),
                row.getString("account"),
                Money.ofMinor(currency, row.getLong("debit")),
                Money.ofMinor(currency, row.getLong("credit")),
                row.getString("source"),
                row.getObject("subject", UUID.class),
                row.getString("reference"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("booked_at", OffsetDateTime.class).toInstant();
    }
}
