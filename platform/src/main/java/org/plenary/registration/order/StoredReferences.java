package org.plenary.registration.order;

import java.util.Optional;
import java.util.UUID;
import org.plenary.registration.OrderReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredReferences implements OrderReferences {
    private final JdbcClient jdbc;

    StoredReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Reference> of(UUID subject) {
        return jdbc.sql("""
                        SELECT id, code, conference_id FROM orders
                        WHERE id = coalesce((SELECT order_id FROM order_change WHERE id = :subject), :subject)""")
                .param("subject", subject)
                .query((row, n) -> new Reference(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getObject("conference_id", UUID.class)))
                .optional();
    }
}
