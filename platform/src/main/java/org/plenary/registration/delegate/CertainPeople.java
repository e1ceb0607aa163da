package org.plenary.registration.delegate;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.plenary.registration.RegisteredPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class CertainPeople implements RegisteredPeople {
    private final JdbcClient jdbc;

    CertainPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> addresses(UUID conference) {
        return jdbc.sql("""
                SELECT DISTINCT lower(email) FROM delegate
                WHERE conference_id = :conference AND status = 'confirmed' AND email <> ''""")
                .param("conference", conference)
                .query((row, _) -> row.getString(1))
                .set();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> certain(Collection<UUID> orders) {
        if (orders.isEmpty()) return Set.of();
        return jdbc.sql("SELECT DISTINCT order_id FROM delegate WHERE order_id IN (:orders) AND status = 'confirmed'")
                .param("orders", orders)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }
}
