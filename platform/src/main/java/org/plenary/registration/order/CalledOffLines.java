package org.plenary.registration.order;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.registration.CallingOff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CalledOffLines implements CallingOff {
    private final Orders orders;
    private final OrderLines lines;
    private final Withdrawing withdrawing;
    private final AuditTrail audit;
    private final DroppedLines dropped;

    CalledOffLines(Orders orders, OrderLines lines, Withdrawing withdrawing, AuditTrail audit, DroppedLines dropped) {
        this.orders = orders;
        this.lines = lines;
        this.withdrawing = withdrawing;
        this.audit = audit;
        this.dropped = dropped;
    }

    @Override
    @Transactional
    public Money callOff(UUID id, Collection<UUID> wanted, String why) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        var left = lines.of(order).stream()
                .filter(line -> wanted.contains(line.id()) && !line.isCancelled())
                .map(OrderLines.Line::id)
                .toList();
        if (left.isEmpty()) return Money.zero(order.total().getCurrencyUnit());
        if (order.status() != OrderStatus.CONFIRMED) throw Cancellations.notCancellable();
        var done = withdrawing.callOff(id, left, why);
        audit.record(
                "order.called-off",
                order.code(),
                Map.of("lines", done.lines(), "refund_minor", done.refund().getAmountMinorLong()));
        return done.refund();
    }

    @Override
    public boolean drop(UUID id, Collection<UUID> wanted, String why) {
        return dropped.drop(id, wanted, why);
    }
}
