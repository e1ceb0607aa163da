package org.plenary.registration.order;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which organizations groups were ordered; an order that names one is a group's. */
@Component
class Organizations {
    private final JdbcClient jdbc;

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void set(UUID order, String organization) {
        jdbc.sql("UPDATE orders SET organization = :organization WHERE id = :order")
                .param("organization", organization.strip())
                .param("order", order)
                .update();
    }
}
