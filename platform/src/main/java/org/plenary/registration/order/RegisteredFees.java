package org.plenary.registration.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plenary.registration.fee.Fees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fees of those whom an order is for: its own delegates, and those of the orders that belong together with it. */
@Component
class RegisteredFees {
    private final JdbcClient jdbc;
    private final Fees fees;

    RegisteredFees(JdbcClient jdbc, Fees fees) {
        this.jdbc = jdbc;
        this.fees = fees;
    }

    /** With their categories, as {@link org.plenary.registration.Sellable.Buying} names them. */
    Set<String> of(UUID conference, UUID order) {
        List<String> keys = jdbc.sql("""
                        SELECT DISTINCT d.fee_key FROM orders asked
                        JOIN orders o ON coalesce(o.added_to, o.id) = coalesce(asked.added_to, asked.id)
                        JOIN delegate d ON d.order_id = o.id AND d.status IN ('confirmed', 'pending')
                        WHERE asked.id = :order""")
                .param("order", order)
                .query((row, n) -> row.getString(1))
                .list();
        var groups = new HashSet<String>(keys);
        if (keys.isEmpty()) return groups;
        fees.all(conference).stream()
                .filter(fee -> keys.contains(fee.key()))
                .forEach(fee -> groups.addAll(fee.groups()));
        return groups;
    }
}
