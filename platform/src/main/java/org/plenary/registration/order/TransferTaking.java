package org.plenary.registration.order;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.TransferTargets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders as what bank transfers are for. */
@Component
class TransferTaking implements TransferTargets {
    private static final int MOST_CODES = 500;

    private final JdbcClient jdbc;
    private final DeskPayments desk;
    private final DeskTaking taking;
    private final Balances balances;

    TransferTaking(JdbcClient jdbc, DeskPayments desk, DeskTaking taking, Balances balances) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.taking = taking;
        this.balances = balances;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Target> withCodes(Collection<String> codes) {
        if (codes.isEmpty()) return List.of();
        return jdbc
                .sql("SELECT * FROM orders WHERE code IN (:codes) ORDER BY code LIMIT :most")
                .param("codes", codes)
                .param("most", MOST_CODES)
                .query(OrderRow::of)
                .list()
                .stream()
                .map(this::target)
                .toList();
    }

    /** Those who said that they transfer it come first, then the newest. */
    @Override
    @Transactional(readOnly = true)
    public List<Target> likely(Money amount, String payer, int limit) {
        return jdbc
                .sql("""
                SELECT o.* FROM orders o LEFT JOIN order_transfer t ON t.order_id = o.id
                WHERE (o.status IN ('pending', 'expired') OR o.status = 'confirmed' AND EXISTS (
                        SELECT FROM order_due d WHERE d.order_id = o.id))
                    AND o.currency = :currency AND o.total_minor > 0
                    AND (o.total_minor = :amount
                        OR EXISTS (SELECT FROM order_due d WHERE d.order_id = o.id AND d.amount_minor = :amount) OR :payer <> '' AND (lower(o.contact_name) = lower(:payer)
                        OR lower(o.organization) = lower(:payer)))
                ORDER BY (lower(o.contact_name) = lower(:payer) OR lower(o.organization) = lower(:payer)) IS TRUE DESC,
                    o.total_minor = :amount DESC, t.order_id IS NOT NULL DESC, o.status = 'pending' DESC, o.id DESC
                LIMIT :limit""")
                .param("currency", amount.getCurrencyUnit().getCode())
                .param("amount", amount.getAmountMinorLong())
                .param("payer", payer.strip())
                .param("limit", limit)
                .query(OrderRow::of)
                .list()
                .stream()
                .map(this::target)
                .filter(Target::isOpen)
                .toList();
    }

    private Target target(OrderRow order) {
        var due = balances.due(order, desk.of(order.id()));
        var contact = order.contact();
        var payer = order.organization() == null ? contact.name() : order.organization() + ", " + contact.name();
        return new Target(
                order.id(), order.code(), payer, contact.email(), order.status().wire(), order.total(), due.left());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(UUID subject, Arrived arrived) {
        return taking.takeTransfer(subject, arrived);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(UUID subject, UUID receipt, String reason, DeskPayments.Cashier by) {
        var unused = taking.cancel(subject, receipt, reason, by);
    }
}
