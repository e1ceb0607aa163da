package org.plenary.registration.order;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where orders came from, and who wrote them down. */
@Repository
class Origins {
    private final JdbcClient jdbc;

    Origins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param source as {@link Source#wire} says it; @param by who registered somebody else; null for the delegates themselves */
    record Origin(String source, @Nullable String by) {
        /** The last part of the key of its text; templates call it. */
        public String key() {
            return source.replace('_', '-');
        }

        public boolean isOfStaff() {
            return by != null;
        }
    }

    void note(UUID order, Source source, String by) {
        jdbc.sql("UPDATE orders SET source = :source, registered_by = :by WHERE id = :order")
                .param("source", source.wire())
                .param("by", by)
                .param("order", order)
                .update();
    }

    Origin of(UUID order) {
        return of(jdbc, order);
    }

    static Origin of(JdbcClient jdbc, UUID order) {
        return jdbc.sql("SELECT source, registered_by FROM orders WHERE id = :order")
                .param("order", order)
                .query((row, n) -> new Origin(row.getString(1), row.getString(2)))
                .single();
    }

    /** The code of an order of this conference. */
    Optional<String> code(UUID conference, UUID order) {
        return jdbc.sql("SELECT code FROM orders WHERE id = :order AND conference_id = :conference")
                .param("order", order)
                .param("conference", conference)
                .query(String.class)
                .optional();
    }
}
