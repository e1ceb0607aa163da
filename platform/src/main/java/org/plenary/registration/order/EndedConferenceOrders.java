package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.payments.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the orders of a conference that does not take place, one by one. */
@Component
public class EndedConferenceOrders {
    private final Orders orders;
    private final Payments payments;
    private final Withdrawing withdrawing;
    private final Ending ending;
    private final AuditTrail audit;

    EndedConferenceOrders(Orders orders, Payments payments, Withdrawing withdrawing, Ending ending, AuditTrail audit) {
        this.orders = orders;
        this.payments = payments;
        this.withdrawing = withdrawing;
        this.ending = ending;
        this.audit = audit;
    }

    /**
     * @param inFull whether everything that was paid goes back, or what the policy says
     * @param why for the buyer
     * @param keys what the keys of the refunds begin with
     */
    public record Terms(boolean inFull, LocalizedText why, String keys) {}

    /** @param back what goes back; null when nothing could be done since somebody is paying now */
    public record Ended(String code, @Nullable Money back) {}

    /**
     * Makes sure that nobody pays for an open order any more. Talks to the payment provider, so it holds no transaction.
     *
     * @return false when it is paid or being paid
     * @throws Problem.Unavailable when that cannot be known now
     */
    public boolean close(UUID id) {
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        try {
            return !order.status().isOpen() || payments.close(id);
        } catch (Problem.Conflict e) {
            // the payer's bank decides in the next days
            return false;
        }
    }

    /** Ends an order, once: one that has ended already is left as it is. @param closed what {@link #close} said */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ended end(UUID id, boolean closed, Terms terms) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        var why = terms.why().in(order.locale());
        var nothing = Money.zero(order.total().getCurrencyUnit());
        return switch (order.status()) {
            case AWAITING_APPROVAL, PENDING -> {
                if (!closed) yield new Ended(order.code(), null);
                ending.cancelUnpaid(id, why);
                audit.record("order.cancelled", order.code(), Map.of());
                yield new Ended(order.code(), nothing);
            }
            case CONFIRMED -> {
                var back = withdrawing.end(order, terms.inFull(), why, terms.keys() + id);
                audit.record("order.cancelled", order.code(), Map.of("refund_minor", back.getAmountMinorLong()));
                yield new Ended(order.code(), back);
            }
            case EXPIRED, CANCELLED, REJECTED, REFUNDED -> new Ended(order.code(), nothing);
        };
    }
}
