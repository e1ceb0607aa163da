package org.plenary.registration.order;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where orders come from, when not from the registration page. A silent one writes no mail by itself: whoever was brought in did
 * not ask for anything, and hears of it first when staff send the confirmation.
 */
@Component
class OrderSources {
    private final JdbcClient jdbc;

    OrderSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void imported(UUID order, String settled, boolean isSilent) {
        jdbc.sql("UPDATE orders SET source = 'import', settled = :settled, silent = :silent WHERE id = :id")
                .param("settled", settled)
                .param("silent", isSilent)
                .param("id", order)
                .update();
    }

    /** From now on the buyer is told what becomes of the order. */
    @Transactional
    public void breakSilence(UUID order) {
        jdbc.sql("UPDATE orders SET silent = false WHERE id = :id AND silent")
                .param("id", order)
                .update();
    }
}
