package org.plenary.billing.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the bound tenant's balance at Stripe with its books, by what moved it. The key of a movement in the books begins with the id
 * of the thing at Stripe, up to a colon; those of payments are told by the charge.
 */
@Component
class Differences {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String SQL = """
            with ours as (
                select coalesce(p.charge_id, split_part(e.key, ':', 1)) as source, e.currency, sum(e.debit - e.credit) as net,
                    min(e.booked_at) as since, max(e.reference) as reference
                from ledger_entry e left join payment p
                    on e.source in ('payment', 'stripe_fee', 'platform_fee', 'exchange_out', 'exchange_in') and p.id::text = e.key
                where e.account = 'stripe_balance' group by 1, 2),
            theirs as (
                select source, currency, sum(net) as net, min(created_at) as since, min(type) as type
                from balance_transaction group by 1, 2)
            select source, currency, coalesce(ours.net, 0) as ours, coalesce(theirs.net, 0) as theirs, type, reference,
                least(ours.since, theirs.since) as since, greatest(ours.since, theirs.since) >= :fresh as is_new
            from ours full join theirs using (source, currency)
            where coalesce(ours.net, 0) <> coalesce(theirs.net, 0)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Differences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How an account's money stands by both sides. */
    record Balance(Money ours, Money theirs) {}

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<Difference> list(int limit) {
        return jdbc.sql(SQL + "order by since, source limit :limit")
                .param("fresh", fresh())
                .param("limit", limit)
                .query(Differences::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Difference> find(String source) {
        return jdbc.sql(SQL + "and source = :source limit 1")
                .param("fresh", fresh())
                .param("source", source)
                .query(Differences::row)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Balance> balances() {
        return jdbc.sql("""
                        select currency, sum(ours) as ours, sum(theirs) as theirs from (
                            select currency, debit - credit as ours, 0 as theirs from ledger_entry where account = 'stripe_balance'
                            union all select currency, 0, net from balance_transaction) as each
                        group by currency order by currency""")
                .query((row, number) -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    return new Balance(
                            Money.ofMinor(currency, row.getLong("ours")),
                            Money.ofMinor(currency, row.getLong("theirs")));
                })
                .list();
    }

    private Timestamp fresh() {
        return Timestamp.from(clock.instant().minus(PATIENCE));
    }

    private static Difference row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new Difference(
                row.getString("source"),
                Money.ofMinor(currency, row.getLong("ours")),
                Money.ofMinor(currency, row.getLong("theirs")),
                row.getString("type"),
                row.getString("reference"),
                since(row),
                row.getBoolean("is_new"));
    }

    private static Instant since(ResultSet row) throws SQLException {
        return row.getObject("since", OffsetDateTime.class).toInstant();
    }
}
