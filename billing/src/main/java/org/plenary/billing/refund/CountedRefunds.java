package org.plenary.billing.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.payments.MoneyBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what goes back by card and by hand. A refund that was tried once more is told by its last try. */
@Component
class CountedRefunds implements MoneyBack {
    private static final String LATEST = """
            starts_with(r.key, :keys) and not exists (select 1 from refund n where n.key = r.key || ':again')""";

    private final JdbcClient jdbc;
    private final OwedRefunds owed;

    CountedRefunds(JdbcClient jdbc, OwedRefunds owed) {
        this.jdbc = jdbc;
        this.owed = owed;
    }

    @Override
    public List<Held> held(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql("""
                        select way, count(*) as payments, currency, sum(amount) as amount from (
                            select 'CARD' as way, currency, amount - refunded as amount from payment
                            where subject in (:subjects) and confirmed
                                and status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
                            union all
                            select upper(p.method), p.currency, p.amount - coalesce((
                                select sum(r.amount) from desk_refund r where r.payment_id = p.id), 0) from desk_payment p
                            where p.subject in (:subjects) and p.voided_at is null) held
                        where amount > 0 group by way, currency order by way, currency""")
                .param("subjects", subjects)
                .query((row, number) -> new Held(way(row), row.getInt("payments"), money(row)))
                .list();
    }

    @Override
    public List<Sum> sums(String keys) {
        return jdbc.sql("""
                        select way, state, count(*) as refunds, currency, sum(amount) as amount from (
                            select 'CARD' as way, case r.status when 'PENDING' then 'WAITING' when 'FAILED' then 'FAILED'
                                else 'BACK' end as state, r.currency, r.amount
                            from refund r where %s
                            union all
                            select upper(p.method), case when r.handed_at is null then 'WAITING' else 'BACK' end, r.currency,
                                r.amount
                            from desk_refund r join desk_payment p on p.id = r.payment_id
                            where starts_with(r.key, :keys)) moved
                        group by way, state, currency order by way, state, currency""".formatted(LATEST))
                .param("keys", keys)
                .query((row, number) ->
                        new Sum(way(row), State.valueOf(row.getString("state")), row.getInt("refunds"), money(row)))
                .list();
    }

    @Override
    public List<Failed> failed(String keys, int limit) {
        return jdbc.sql("""
                        select r.id, p.reference, r.currency, r.amount, coalesce(r.failure, '') as failure
                        from refund r join payment p on p.id = r.payment_id
                        where r.status = 'FAILED' and %s order by r.id limit :limit""".formatted(LATEST))
                .param("keys", keys)
                .param("limit", limit)
                .query((row, number) -> new Failed(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        money(row),
                        row.getString("failure")))
                .list();
    }

    @Override
    public int again(String keys, int limit) {
        var asked = 0;
        for (var refund : failed(keys, limit)) if (owed.again(refund.id())) asked++;
        return asked;
    }

    private static Way way(ResultSet row) throws SQLException {
        return Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT));
    }

    private static Money money(ResultSet row) throws SQLException {
        return Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount"));
    }
}
