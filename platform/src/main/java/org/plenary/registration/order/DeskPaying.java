package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.DeskPayments.Receipt;
import org.plenary.payments.Payments;
import org.plenary.registration.OrderEnded;
import org.plenary.tenancy.ModuleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes money for orders by hand. */
@Component
class DeskPaying {
    private static final Logger LOG = LoggerFactory.getLogger(DeskPaying.class);
    private static final int LONGEST_PROOF = 100;

    private final Orders orders;
    private final Payments payments;
    private final DeskTaking taking;

    DeskPaying(Orders orders, Payments payments, DeskTaking taking) {
        this.orders = orders;
        this.payments = payments;
        this.taking = taking;
    }

    /**
     * What somebody hands over.
     *
     * @param key of the form: the same key is the same money
     * @param amount null for nothing that was typed
     * @param proof of the terminal or the bank
     */
    record TakeMoney(
            UUID key,
            DeskPayments.@Nullable Method method,
            @Nullable Money amount,
            @Nullable String proof,
            DeskPayments.Cashier cashier) {
        void check() {
            var found = new Violations();
            found.required("/method", method);
            found.required("/amount", amount);
            if (amount != null && !amount.isPositive()) found.add("/amount", "positive", "More than nothing.");
            if (method != null && method != DeskPayments.Method.CASH) found.text("/proof", proof, LONGEST_PROOF);
            else found.optionalText("/proof", proof, LONGEST_PROOF);
            found.throwIfAny();
        }
    }

    /**
     * Takes money for an order that is not paid. All of it together makes the order certain. A card page that is open is closed
     * first; money that comes over it all the same goes back as paid twice.
     *
     * @throws Problem.InvalidInput {@code more_than_due}, or {@code all_at_once} for an order that has expired
     * @throws Problem.Conflict {@code already_paid}, {@code not_payable}, or {@code sold_out} when its places are gone
     */
    Receipt take(ConferenceView conference, UUID id, TakeMoney money) {
        money.check();
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (!isCardClosed(order))
            throw new Problem.Conflict("already_paid", "This order has just been paid; look at it again.");
        return taking.take(conference, id, money);
    }

    /** Nobody with money in the hand waits for a provider that is away. */
    private boolean isCardClosed(OrderRow order) {
        try {
            return switch (order.status()) {
                case PENDING -> payments.close(order.id());
                case CONFIRMED -> payments.closePage(order.id());
                case AWAITING_APPROVAL, EXPIRED, CANCELLED, REJECTED, REFUNDED -> true;
            };
        } catch (Problem.Unavailable e) {
            LOG.warn("the card page of order {} cannot be closed now: {}", order.id(), e.detail());
            return true;
        }
    }

    /** What was taken for an order that never became certain is to be handed back. */
    @ModuleListener(id = "registration.return-desk-money")
    public void on(OrderEnded ended) {
        taking.giveBack(ended.order());
    }

    static Map<String, Object> details(Receipt receipt) {
        return Map.of(
                "receipt", receipt.number(),
                "method", receipt.method().wire(),
                "amount_minor", receipt.amount().getAmountMinorLong());
    }
}
