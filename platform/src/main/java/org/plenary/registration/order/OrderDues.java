package org.plenary.registration.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which parts orders are to be paid, and what of them is not to be paid any more. Changes belong to a use case's transaction. */
@Component
class OrderDues {
    private final JdbcClient jdbc;

    OrderDues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param position the first is 0; paying it makes the order certain */
    record Due(UUID order, int position, Money amount, LocalDate dueOn) {}

    /** The first, and then by the days; empty for an order that is paid in one go. */
    List<Due> of(UUID order) {
        return Reading.once(OrderDues.class, order, () -> of(List.of(order)).getOrDefault(order, List.of()));
    }

    Map<UUID, List<Due>> of(Collection<UUID> orders) {
        if (orders.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                SELECT d.order_id, d.position, d.amount_minor, d.due_on, o.currency
                FROM order_due d JOIN orders o ON o.id = d.order_id
                WHERE d.order_id IN (:orders) ORDER BY d.position > 0, d.due_on, d.position""")
                .param("orders", orders)
                .query((row, n) -> new Due(
                        row.getObject("order_id", UUID.class),
                        row.getInt("position"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount_minor")),
                        row.getObject("due_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Due::order));
    }

    /** Takes the place of what was agreed before. */
    void agree(UUID order, List<Due> parts) {
        drop(order);
        for (var part : parts)
            jdbc.sql("""
                    INSERT INTO order_due (order_id, position, amount_minor, due_on)
                    VALUES (:order, :position, :amount, :due)""")
                    .param("order", order)
                    .param("position", part.position())
                    .param("amount", part.amount().getAmountMinorLong())
                    .param("due", part.dueOn())
                    .update();
    }

    private void drop(UUID order) {
        jdbc.sql("DELETE FROM order_due WHERE order_id = :order")
                .param("order", order)
                .update();
    }

    void move(UUID order, int position, LocalDate dueOn) {
        jdbc.sql("UPDATE order_due SET due_on = :due WHERE order_id = :order AND position = :position")
                .param("due", dueOn)
                .param("order", order)
                .param("position", position)
                .update();
    }

    /** Nobody pays this any more, for it was cancelled. */
    void forgive(UUID order, Money amount) {
        jdbc.sql("UPDATE orders SET forgiven_minor = forgiven_minor + :amount, version = version + 1 WHERE id = :order")
                .param("amount", amount.getAmountMinorLong())
                .param("order", order)
                .update();
    }

    /** A payment that came in beyond what was open pays for nothing. */
    void refuse(UUID order, UUID payment) {
        jdbc.sql("""
                UPDATE orders SET refused_payments = refused_payments || :payment
                WHERE id = :order AND NOT :payment = ANY (refused_payments)""").param("payment", payment).param("order", order).update();
    }
}
