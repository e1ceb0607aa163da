package org.plenary.lodging.tour;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many come along, and what they paid. */
@Component
class TourFigures {
    private final JdbcClient jdbc;

    TourFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a cancellation concerns.
     *
     * @param people places that are paid for, or free and certain
     * @param paid in each currency
     */
    record Concerned(int people, int orders, List<Money> paid) {}

    /** The places of each tour that are certain; held ones count for no minimum. Tours without any are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> confirmed(UUID conference) {
        var confirmed = new HashMap<UUID, Integer>();
        jdbc.sql("""
                SELECT tour_id, sum(quantity)::int FROM tour_booking
                WHERE conference_id = :conference AND status = 'confirmed' GROUP BY tour_id""").param("conference", conference).query((RowCallbackHandler)
                row -> confirmed.put(row.getObject(1, UUID.class), row.getInt(2)));
        return confirmed;
    }

    @Transactional(readOnly = true)
    public int confirmed(Tour tour) {
        return jdbc.sql("""
                SELECT coalesce(sum(quantity), 0)::int FROM tour_booking
                WHERE tour_id = :tour AND status = 'confirmed'""").param("tour", tour.id()).query(Integer.class).single();
    }

    /** Whose orders these are is read, never written, here. */
    @Transactional(readOnly = true)
    public Concerned concerned(Tour tour) {
        var paid = new TreeMap<CurrencyUnit, Money>();
        var numbers = new int[2];
        jdbc.sql("""
                SELECT o.currency, count(DISTINCT o.id)::int, sum(b.quantity)::int, sum(l.total_minor)::bigint
                FROM tour_booking b JOIN orders o ON o.id = b.order_id JOIN order_line l ON l.id = b.id
                WHERE b.tour_id = :tour AND b.status = 'confirmed' GROUP BY o.currency""").param("tour", tour.id()).query((RowCallbackHandler) row -> {
            var currency = CurrencyUnit.of(row.getString(1));
            numbers[0] += row.getInt(2);
            numbers[1] += row.getInt(3);
            paid.put(currency, Money.ofMinor(currency, row.getLong(4)));
        });
        return new Concerned(numbers[1], numbers[0], List.copyOf(paid.values()));
    }

    /** How far a cancellation is: places that are gone again, of all that were certain once. */
    record Progress(int done, int total) {
        public boolean isOver() {
            return done >= total;
        }
    }

    /** An order of which nothing is left has ended as a whole; its lines say nothing then. */
    @Transactional(readOnly = true)
    public Progress progress(Tour tour) {
        var since = tour.state().at();
        if (since == null) return new Progress(0, 0);
        return jdbc.sql("""
                SELECT coalesce(sum(b.quantity) FILTER (WHERE b.status = 'released'), 0)::int,
                    coalesce(sum(b.quantity), 0)::int
                FROM tour_booking b JOIN order_line l ON l.id = b.id JOIN orders o ON o.id = b.order_id
                WHERE b.tour_id = :tour AND o.confirmed_at IS NOT NULL
                  AND (b.status = 'confirmed'
                       OR b.status = 'released' AND coalesce(l.cancelled_at, o.ended_at) >= :since)""")
                .param("tour", tour.id())
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Progress(row.getInt(1), row.getInt(2)))
                .single();
    }
}
