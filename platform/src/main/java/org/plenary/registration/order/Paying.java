package org.plenary.registration.order;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.Payments;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the payment of orders. Talks to the provider, so it holds no transaction. */
@Component
public class Paying {
    private final Payable payable;
    private final Payments payments;
    private final Urls urls;
    private final PriceKeeping prices;

    Paying(Payable payable, Payments payments, Urls urls, PriceKeeping prices) {
        this.payable = payable;
        this.payments = payments;
        this.urls = urls;
        this.prices = prices;
    }

    /**
     * A page to pay the order on. An order that costs nothing and waited for its buyer's word is confirmed by this; the page is then
     * its own.
     *
     * @param secret the one that the payer holds; null makes another for the way back
     * @throws Problem.Conflict {@code already_paid}, {@code awaiting_approval}, {@code order_ended}, or {@code price_changed}: nobody is
     *     sent to pay more than they have seen
     * @throws Problem.Unavailable when no payment can be started now; the order stays as it is
     */
    public URI start(ConferenceView conference, UUID id, @Nullable String secret) {
        if (prices.changes(conference, id))
            throw new Problem.Conflict("price_changed", "The price has changed; look at the order again.");
        var ready = payable.prepare(id, secret);
        var order = ready.order();
        var path = "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + ready.secret();
        if (order.isFree()) return urls.tenant(Tenancy.require(), path);
        return payments.start(new PaymentRequest(
                id,
                order.code(),
                ready.lines(),
                order.total(),
                new PaymentRequest.Payer(
                        order.contact().name(),
                        order.contact().email(),
                        order.contact().country()),
                order.locale(),
                urls.tenant(Tenancy.require(), path + "&paid=1"),
                urls.tenant(Tenancy.require(), path),
                ready.pageExpires()));
    }

    /** Whether anything can be paid by card at all. */
    boolean takesCards() {
        return payments.takesCards();
    }

    /** Asks how the payment of an order stands, for a payer who is back before the provider's message. */
    public void refresh(UUID order) {
        payments.refresh(order);
    }

    @Component
    static class Payable {
        private final Orders orders;
        private final OrderLines lines;
        private final HoldTimes holds;
        private final Confirmation confirmation;

        Payable(Orders orders, OrderLines lines, HoldTimes holds, Confirmation confirmation) {
            this.orders = orders;
            this.lines = lines;
            this.holds = holds;
            this.confirmation = confirmation;
        }

        record Ready(
                OrderRow order,
                java.util.List<PaymentRequest.Line> lines,
                String secret,
                java.time.Instant pageExpires) {}

        /** The hold lasts as long as the page is open, up to the longest hold; beyond it the sweeper closes the page. */
        @Transactional
        public Ready prepare(UUID id, @Nullable String secret) {
            var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
            if (order.status() == OrderStatus.CONFIRMED)
                throw new Problem.Conflict("already_paid", "This order is paid already.");
            if (order.status() == OrderStatus.AWAITING_APPROVAL)
                throw new Problem.Conflict("awaiting_approval", "This order is to be approved before it is paid.");
            var page = holds.pageFor(order.createdAt());
            var isHeld = order.status() == OrderStatus.PENDING && page.isHeldBy(order.expiresAt());
            if (!isHeld && !orders.extend(id, page.from(), page.holdUntil())) throw ended();
            if (order.isFree()) confirm(id, page.from());
            var known = secret;
            if (known == null) {
                known = Ids.secret();
                orders.addSecret(id, Secrets.hash(known));
            }
            return new Ready(order, lines.ofPayment(order), known, page.openUntil());
        }

        private void confirm(UUID id, Instant now) {
            var order = orders.lock(id)
                    .filter(o ->
                            o.status() == OrderStatus.PENDING && o.expiresAt().isAfter(now))
                    .orElseThrow(Payable::ended);
            confirmation.confirm(order, null);
        }

        private static Problem.Conflict ended() {
            return new Problem.Conflict("order_ended", "This order has ended; please start again.");
        }
    }
}
