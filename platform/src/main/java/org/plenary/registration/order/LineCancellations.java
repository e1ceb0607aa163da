package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels delegates out of many orders, and says before what would go back. */
@Component
public class LineCancellations {
    private final JdbcClient jdbc;
    private final Orders orders;
    private final Cancellations cancellations;
    private final Cancelling cancelling;
    private final Json json;

    LineCancellations(JdbcClient jdbc, Orders orders, Cancellations cancellations, Cancelling cancelling, Json json) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.cancellations = cancellations;
        this.cancelling = cancelling;
        this.json = json;
    }

    /** @param delegate whose fee the line is */
    public record FeeLine(UUID order, UUID id, UUID delegate) {}

    /** The fees that are not cancelled, of all delegates of these orders. */
    @Transactional(readOnly = true)
    public List<FeeLine> fees(List<UUID> of) {
        if (of.isEmpty()) return List.of();
        return jdbc.sql("""
                SELECT order_id, id, delegate_id FROM order_line
                WHERE order_id IN (:orders) AND kind = 'fee' AND cancelled_at IS NULL AND delegate_id IS NOT NULL
                ORDER BY order_id, position""")
                .param("orders", of)
                .query((row, n) -> new FeeLine(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list();
    }

    /**
     * What an order has besides its registrations, paid or not.
     *
     * @param nights that its rooms take, of all of them
     * @param places on tours
     */
    public record Booked(UUID order, int rooms, int nights, int places) {}

    /** The rooms and tours of these orders; none for those that have neither. */
    @Transactional(readOnly = true)
    public List<Booked> booked(List<UUID> of) {
        if (of.isEmpty()) return List.of();
        return jdbc.sql("""
                SELECT order_id, count(*) FILTER (WHERE is_room), coalesce(sum(taken) FILTER (WHERE is_room), 0),
                    coalesce(sum(taken) FILTER (WHERE NOT is_room), 0)
                FROM (SELECT order_id, kind = 'room' AS is_room,
                          (SELECT sum(quantity::int) FROM jsonb_each_text(takes) AS t (key, quantity)) AS taken
                      FROM order_line
                      WHERE order_id IN (:orders) AND cancelled_at IS NULL AND kind IN ('room', 'tour') AND takes <> '{}') AS l
                GROUP BY order_id""")
                .param("orders", of)
                .query((row, n) ->
                        new Booked(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    /** Whether rooms and tours may stay when nobody of their order is registered any more. */
    public boolean mayKeepBooked(UUID conference) {
        return cancellations.mayStayUnregistered(conference);
    }

    /** How many of these orders write no mail by themselves, a cancellation neither: they were imported without mails. */
    @Transactional(readOnly = true)
    public int untold(List<UUID> of) {
        if (of.isEmpty()) return 0;
        return jdbc.sql("SELECT count(*) FROM orders WHERE id IN (:orders) AND silent")
                .param("orders", of)
                .query(Integer.class)
                .single();
    }

    /** What the policy gives back. @param lines null for all that are left */
    @Transactional(readOnly = true)
    public Money refund(UUID order, @Nullable List<UUID> lines) {
        var found = orders.find(order).orElseThrow();
        return found.status() == OrderStatus.CONFIRMED
                ? cancellations.of(found, lines).byPolicy()
                : Money.zero(found.total().getCurrencyUnit());
    }

    /**
     * Cancels with what the policy gives back. Talks to the payment provider, so it holds no transaction.
     *
     * @param lines null for all that are left
     * @param isKeeping whether rooms and tours stay when nobody of the order is registered any more; otherwise they go too
     * @throws org.plenary.kernel.Problem.Conflict as {@link Cancelling#cancel} does, and {@code would_stay_unregistered} when the
     *     organizer lets nothing stay
     */
    public void cancel(UUID order, @Nullable List<UUID> lines, boolean isKeeping) {
        var gone = lines == null || isWithAll(order, lines, isKeeping) ? null : lines;
        var command = gone == null
                ? Cancelling.CancelOrder.ALL_BY_POLICY
                : json.read(json.write(Map.of("lines", gone)), Cancelling.CancelOrder.class);
        cancelling.cancel(order, command, true);
    }

    private boolean isWithAll(UUID id, List<UUID> lines, boolean isKeeping) {
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() != OrderStatus.CONFIRMED) return false;
        if (isKeeping) cancellations.checkMayStay(order, lines);
        return !isKeeping
                && !cancellations.staying(order, cancellations.of(order, lines)).isEmpty();
    }
}
