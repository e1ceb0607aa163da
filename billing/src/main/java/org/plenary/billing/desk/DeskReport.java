package org.plenary.billing.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.payments.DeskPayments.Method;
import org.plenary.payments.DeskPayments.Moved;
import org.plenary.payments.DeskPayments.Sum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What passed over a conference's desks in a time: a void or a return counts where and when it was done. */
@Component
class DeskReport {
    private static final String MOVEMENTS = """
            with moved as (
                select taken_at as at, 'payment' as kind, cashier_id as who, cashier as name, method, proof, number,
                    reference, currency, amount
                from desk_payment where conference_id = :conference and taken_at >= :from and taken_at < :to
                union all
                select voided_at, 'void', voided_by_id, voided_by, method, proof, number, reference, currency, amount
                from desk_payment where conference_id = :conference and voided_at >= :from and voided_at < :to
                union all
                select r.handed_at, 'return', r.handed_by_id, r.handed_by, p.method, p.proof, p.number, p.reference,
                    r.currency, r.amount
                from desk_refund r join desk_payment p on p.id = r.payment_id
                where p.conference_id = :conference and r.handed_at >= :from and r.handed_at < :to
            )
            """;

    private final JdbcClient jdbc;

    DeskReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Sum> sums(UUID conference, Instant from, Instant to) {
        return asked(MOVEMENTS + """
                select max(name) as cashier, method, currency,
                    count(*) filter (where kind = 'payment') as receipts,
                    coalesce(sum(amount) filter (where kind = 'payment'), 0) as taken,
                    coalesce(sum(amount) filter (where kind = 'void'), 0) as voided,
                    coalesce(sum(amount) filter (where kind = 'return'), 0) as returned
                from moved group by who, method, currency order by cashier, who, method, currency""", conference, from, to)
                .query((row, n) -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    return new Sum(
                            row.getString("cashier"),
                            Method.of(row.getString("method")).orElseThrow(),
                            row.getInt("receipts"),
                            Money.ofMinor(currency, row.getLong("taken")),
                            Money.ofMinor(currency, row.getLong("voided")),
                            Money.ofMinor(currency, row.getLong("returned")));
                })
                .list();
    }

    List<Moved> movements(UUID conference, Instant from, Instant to, int limit) {
        return asked(MOVEMENTS + "select * from moved order by at, number, kind limit :limit", conference, from, to)
                .param("limit", limit)
                .query((row, n) -> {
                    var amount = Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount"));
                    return new Moved(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("kind"),
                            row.getString("name"),
                            Method.of(row.getString("method")).orElseThrow(),
                            row.getString("proof"),
                            row.getString("number"),
                            row.getString("reference"),
                            row.getString("kind").equals("payment") ? amount : amount.negated());
                })
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, UUID conference, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("conference", conference)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to));
    }
}
