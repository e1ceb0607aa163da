package org.plenary.billing.subscription;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.billing.Revenue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform earned by its plans, by month and organization; what it gave back is taken off in the month it was. */
@Component
class RevenueQueries implements Revenue {
    private static final String MOVED = """
            (select tenant_id, currency, paid_at, paid_minor, 1 as counts from control.platform_invoice where paid_minor > 0
                union all select tenant_id, currency, issued_at, -returned_minor, 0 from control.platform_credit_note
                    where returned_minor > 0 and status <> 'void') i
            """;

    private final JdbcClient jdbc;

    RevenueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param slug of the organization; its id when it is gone */
    record Row(YearMonth month, String slug, String name, int invoices, Money paid) {}

    /** Newest month first; months are those of UTC, as Stripe reports them. */
    @Transactional(readOnly = true)
    public List<Row> paid(YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select to_char(i.paid_at at time zone 'UTC', 'YYYY-MM') as month,
                            coalesce(t.slug, i.tenant_id::text) as slug, coalesce(t.name, '') as name, i.currency,
                            sum(i.counts)::int as invoices, sum(i.paid_minor)::bigint as paid
                        from """ + MOVED + """
                            left join control.tenant t on t.id = i.tenant_id
                        where i.paid_at >= :from and i.paid_at < :to
                        group by 1, 2, 3, 4 order by 1 desc, 6 desc, 2""")
                .param("from", start(from))
                .param("to", start(to.plusMonths(1)))
                .query((row, number) -> new Row(
                        YearMonth.parse(row.getString("month")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getInt("invoices"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("paid"))))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Month> byMonth(YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select to_char(i.paid_at at time zone 'UTC', 'YYYY-MM') as month, i.currency, sum(i.paid_minor)::bigint as paid
                        from """ + MOVED + "where i.paid_at >= :from and i.paid_at < :to group by 1, 2 order by 1, 2")
                .param("from", start(from))
                .param("to", start(to.plusMonths(1)))
                .query((row, number) -> new Month(
                        YearMonth.parse(row.getString("month")),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("paid"))))
                .list();
    }

    private static Timestamp start(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
