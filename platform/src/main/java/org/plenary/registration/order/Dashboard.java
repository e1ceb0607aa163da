package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.payments.MoneyBack;
import org.plenary.registration.RegistrationNumbers;
import org.plenary.registration.fee.Fees;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts registrations for the dashboard, in three queries, and in one more for some thousand orders that are not paid in one go. */
@Component
class Dashboard implements RegistrationNumbers {
    private static final int AT_ONCE = 5000;

    private final JdbcClient jdbc;
    private final ConferenceApi conferences;
    private final Fees fees;
    private final MoneyBack payments;

    Dashboard(JdbcClient jdbc, ConferenceApi conferences, Fees fees, MoneyBack payments) {
        this.jdbc = jdbc;
        this.conferences = conferences;
        this.fees = fees;
        this.payments = payments;
    }

    /** In one currency. */
    private record Sums(int orders, Money taken) {}

    @Override
    @Transactional(readOnly = true)
    public Numbers of(UUID conference) {
        var view = conferences.byId(conference);
        var money = jdbc.sql("""
                SELECT currency, count(*) FILTER (WHERE status = 'confirmed')::int,
                    coalesce(sum(total_minor - refunded_minor) FILTER (WHERE confirmed_at IS NOT NULL
                        AND NOT EXISTS (SELECT FROM order_due d WHERE d.order_id = o.id)), 0)::bigint
                FROM orders o WHERE conference_id = :conference GROUP BY currency ORDER BY currency""")
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
        var inParts = cameInParts(conference);
        var taken = money.stream()
                .map(sum ->
                        new Sums(sum.orders(), inParts.merge(sum.taken().getCurrencyUnit(), sum.taken(), Money::plus)))
                .toList();
        return numbers(taken, view, byDay, counts);
    }

    /** What came and is here of orders that are paid in parts or later, by currency: what is open of them is nobody's yet. */
    private Map<CurrencyUnit, Money> cameInParts(UUID conference) {
        var came = new HashMap<CurrencyUnit, Money>();
        var page = paidInParts(conference, null);
        while (!page.isEmpty()) {
            for (var held : payments.held(page))
                came.merge(held.amount().getCurrencyUnit(), held.amount(), Money::plus);
            page = page.size() < AT_ONCE ? List.of() : paidInParts(conference, page.getLast());
        }
        return came;
    }

    /** Such orders and their changes, each of which is paid for by itself. */
    private List<UUID> paidInParts(UUID conference, @Nullable UUID after) {
        return jdbc.sql("""
                SELECT s.id FROM orders o JOIN LATERAL (
                    SELECT o.id UNION ALL SELECT c.id FROM order_change c WHERE c.order_id = o.id) s ON true
                WHERE o.conference_id = :conference AND o.confirmed_at IS NOT NULL
                    AND EXISTS (SELECT FROM order_due d WHERE d.order_id = o.id)
                    AND (cast(:after AS uuid) IS NULL OR s.id > :after)
                ORDER BY s.id LIMIT :limit""")
                .param("conference", conference)
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
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
