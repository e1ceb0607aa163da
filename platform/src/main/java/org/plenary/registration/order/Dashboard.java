package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.RegistrationNumbers;
import org.plenary.registration.fee.Fees;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts registrations for the dashboard, in three queries. */
@Component
class Dashboard implements RegistrationNumbers {
    private final JdbcClient jdbc;
    private final ConferenceApi conferences;
    private final Fees fees;

    Dashboard(JdbcClient jdbc, ConferenceApi conferences, Fees fees) {
        this.jdbc = jdbc;
        this.conferences = conferences;
        this.fees = fees;
    }

    /** In one currency. */
    private record Sums(int orders, Money taken) {}

    @Override
    @Transactional(readOnly = true)
    public Numbers of(UUID conference) {
        var view = conferences.byId(conference);
        var money = jdbc.sql("""
                SELECT currency, count(*) FILTER (WHERE status = 'confirmed')::int,
                    coalesce(sum(total_minor - refunded_minor - forgiven_minor) FILTER (WHERE confirmed_at IS NOT NULL), 0)::bigint
                FROM orders WHERE conference_id = :conference GROUP BY currency ORDER BY currency""")
                .param("conference", conference)
                .query((row, n) ->
                        new Sums(row.getInt(2), Money.ofMinor(CurrencyUnit.of(row.getString(1)), row.getLong(3))))
                .list();
        var byDay = jdbc.sql("""
                SELECT (o.confirmed_at AT TIME ZONE :zone)::date AS day, count(*)::int
                FROM delegate d JOIN orders o ON o.id = d.order_id
                WHERE d.conference_id = :conference AND d.status = 'confirmed'
                GROUP BY day ORDER BY day""")
                .param("zone", view.timeZone().getId())
                .param("conference", conference)
                .query((row, n) -> new Day(row.getObject(1, java.time.LocalDate.class), row.getInt(2)))
                .list();
        var counts = jdbc.sql("""
                SELECT fee_key, count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed,
                    count(*) FILTER (WHERE status = 'pending')::int AS pending
                FROM delegate WHERE conference_id = :conference GROUP BY fee_key""")
                .param("conference", conference)
                .query((row, n) -> Map.entry(row.getString(1), new int[] {row.getInt(2), row.getInt(3)}))
                .list();
        return numbers(money, view, byDay, counts);
    }

    private Numbers numbers(
            List<Sums> money, ConferenceView conference, List<Day> byDay, List<Map.Entry<String, int[]>> counts) {
        var confirmed = counts.stream().mapToInt(c -> c.getValue()[0]).sum();
        var pending = counts.stream().mapToInt(c -> c.getValue()[1]).sum();
        Locale locale = LocaleContextHolder.getLocale();
        var shares = fees.all(conference.id()).stream()
                .map(fee -> new Share(
                        fee.name().in(locale),
                        counts.stream()
                                .filter(c -> c.getKey().equals(fee.key()))
                                .mapToInt(c -> c.getValue()[0])
                                .sum(),
                        fee.capacity()))
                .toList();
        var main = conference.currency();
        var taken = money.stream()
                .map(Sums::taken)
                .filter(sum -> sum.getCurrencyUnit().equals(main))
                .findFirst()
                .orElse(Money.zero(main));
        var others = money.stream()
                .map(Sums::taken)
                .filter(sum -> !sum.getCurrencyUnit().equals(main))
                .toList();
        return new Numbers(
                confirmed, pending, money.stream().mapToInt(Sums::orders).sum(), taken, others, byDay, shares);
    }
}
