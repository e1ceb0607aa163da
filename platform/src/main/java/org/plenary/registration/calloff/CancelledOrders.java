package org.plenary.registration.calloff;

import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done with each order of a cancelled conference, and what was. */
@Component
class CancelledOrders {
    static final int MOST_TRIES = 8;

    private final JdbcClient jdbc;

    CancelledOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int total, int done, int failed) {
        public int waiting() {
            return total - done - failed;
        }
    }

    /** @param reason why, as a code */
    record Problem(String code, String reason) {}

    /** Puts all that hold something and are not there on the list. @return how many */
    @Transactional
    public int collect(UUID conference) {
        return jdbc.sql("""
                INSERT INTO cancelled_order (order_id, conference_id, state, currency)
                SELECT id, conference_id, 'waiting', currency FROM orders
                WHERE conference_id = :conference AND status IN ('awaiting_approval', 'pending', 'confirmed')
                ON CONFLICT (order_id) DO NOTHING""").param("conference", conference).update();
    }

    /** An order that was confirmed after all; false when it is waiting already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID order) {
        return jdbc.sql("""
                INSERT INTO cancelled_order (order_id, conference_id, state, currency)
                SELECT id, conference_id, 'waiting', currency FROM orders WHERE id = :order AND status = 'confirmed'
                ON CONFLICT (order_id) DO UPDATE SET state = 'waiting', problem = NULL, tries = 0
                WHERE cancelled_order.state <> 'waiting'""").param("order", order).update() == 1;
    }

    /** Those that were tried least, first. */
    List<UUID> waiting(UUID conference, int limit) {
        return jdbc.sql("""
                SELECT order_id FROM cancelled_order WHERE conference_id = :conference AND state = 'waiting'
                ORDER BY tries, order_id LIMIT :limit""")
                .param("conference", conference)
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** False when another worker has it in hand, or has done it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(UUID order) {
        return jdbc.sql("""
                SELECT 1 FROM cancelled_order WHERE order_id = :order AND state = 'waiting' FOR UPDATE SKIP LOCKED""")
                .param("order", order)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void done(UUID order, Money back) {
        jdbc.sql("""
                UPDATE cancelled_order SET state = 'done', refund_minor = :back, problem = NULL WHERE order_id = :order""")
                .param("back", back.getAmountMinorLong())
                .param("order", order)
                .update();
    }

    @Transactional
    public void failed(UUID order, String reason) {
        jdbc.sql("""
                UPDATE cancelled_order SET state = 'failed', problem = :reason
                WHERE order_id = :order AND state = 'waiting'""").param("reason", reason).param("order", order).update();
    }

    /** It is tried again later, after the others; after some tries only when somebody says so. */
    @Transactional
    public void later(UUID order, String reason) {
        jdbc.sql("""
                UPDATE cancelled_order SET tries = tries + 1, problem = :reason,
                    state = CASE WHEN tries + 1 >= :most THEN 'failed' ELSE 'waiting' END
                WHERE order_id = :order AND state = 'waiting'""")
                .param("reason", reason)
                .param("most", MOST_TRIES)
                .param("order", order)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int again(UUID conference) {
        return jdbc.sql("""
                UPDATE cancelled_order SET state = 'waiting', problem = NULL, tries = 0
                WHERE conference_id = :conference AND state = 'failed'""").param("conference", conference).update();
    }

    Counts counts(UUID conference) {
        return jdbc.sql("""
                SELECT count(*), count(*) FILTER (WHERE state = 'done'), count(*) FILTER (WHERE state = 'failed')
                FROM cancelled_order WHERE conference_id = :conference""")
                .param("conference", conference)
                .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    List<Problem> problems(UUID conference, int limit) {
        return jdbc.sql("""
                SELECT o.code, c.problem FROM cancelled_order c JOIN orders o ON o.id = c.order_id
                WHERE c.conference_id = :conference AND c.state = 'failed' ORDER BY o.code LIMIT :limit""")
                .param("conference", conference)
                .param("limit", limit)
                .query((row, n) -> new Problem(row.getString(1), String.valueOf(row.getString(2))))
                .list();
    }

    /** What is to go back, in each currency. */
    List<Money> owed(UUID conference) {
        return jdbc.sql("""
                SELECT currency, sum(refund_minor) FROM cancelled_order
                WHERE conference_id = :conference AND refund_minor > 0 GROUP BY currency ORDER BY currency""")
                .param("conference", conference)
                .query((row, n) -> Money.ofMinor(CurrencyUnit.of(row.getString(1)), row.getLong(2)))
                .list();
    }
}
