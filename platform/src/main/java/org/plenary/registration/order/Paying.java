package org.plenary.registration.order;

import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.payments.CardAmounts;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentStatus;
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
        return start(conference, id, secret, false);
    }

    /** @param all of what is open of an order that is paid in parts, and not only its next part */
    URI start(ConferenceView conference, UUID id, @Nullable String secret, boolean all) {
        if (prices.changes(conference, id))
            throw new Problem.Conflict("price_changed", "The price has changed; look at the order again.");
        var ready = payable.prepare(id, secret, all);
        var order = ready.order();
        var path = "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + ready.secret();
        if (order.isFree()) return urls.tenant(Tenancy.require(), path);
        return payments.start(new PaymentRequest(
                id,
                order.code(),
                ready.lines(),
                ready.amount(),
                new PaymentRequest.Payer(
                        order.contact().name(),
                        order.contact().email(),
                        order.contact().country()),
                order.locale(),
                urls.tenant(Tenancy.require(), path + "&paid=1"),
                urls.tenant(Tenancy.require(), path),
                ready.pageExpires(),
                order.status() == OrderStatus.CONFIRMED));
    }

    /** Whether anything can be paid by card at all. */
    boolean takesCards() {
        return payments.takesCards();
    }

    /** Asks how the payment of an order stands, for a payer who is back before the provider's message. */
    public void refresh(UUID order) {
        payments.refresh(order);
    }

    /** Whether a page to pay it on is open, and nothing has come of it yet. */
    boolean isOpen(UUID subject) {
        return payments.of(subject).stream().anyMatch(payment -> payment.status() == PaymentStatus.OPEN);
    }

    @Component
    static class Payable {
        private final Orders orders;
        private final OrderLines lines;
        private final HoldTimes holds;
        private final Confirmation confirmation;
        private final Balances balances;

        Payable(Orders orders, OrderLines lines, HoldTimes holds, Confirmation confirmation, Balances balances) {
            this.orders = orders;
            this.lines = lines;
            this.holds = holds;
            this.confirmation = confirmation;
            this.balances = balances;
        }

        /** @param lines none when only a part of them is paid */
        record Ready(
                OrderRow order, Money amount, List<PaymentRequest.Line> lines, String secret, Instant pageExpires) {}

        /** The hold lasts as long as the page is open, up to the longest hold; beyond it the sweeper closes the page. */
        @Transactional
        public Ready prepare(UUID id, @Nullable String secret, boolean all) {
            var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
            if (order.status() == OrderStatus.CONFIRMED) return further(order, secret, all);
            if (order.status() == OrderStatus.AWAITING_APPROVAL)
                throw new Problem.Conflict("awaiting_approval", "This order is to be approved before it is paid.");
            var page = holds.pageFor(order.createdAt());
            var isHeld = order.status() == OrderStatus.PENDING && page.isHeldBy(order.expiresAt());
            if (!isHeld && !orders.extend(id, page.from(), page.holdUntil())) throw ended();
            if (order.isFree()) confirm(id, page.from());
            var now = all ? order.total() : balances.toConfirm(order);
            var sold = now.equals(order.total()) ? lines.ofPayment(order) : List.<PaymentRequest.Line>of();
            return new Ready(order, now, sold, known(id, secret), page.openUntil());
        }

        /** What is open of an order that is certain already. */
        private Ready further(OrderRow order, @Nullable String secret, boolean all) {
            var balance = balances.of(order)
                    .filter(Balance::owes)
                    .orElseThrow(() -> new Problem.Conflict("already_paid", "This order is paid already."));
            var part = charged(balance.nextPart().left());
            var amount = all || part.isZero() ? charged(balance.open()) : part;
            if (amount.isZero())
                throw new Problem.Conflict("below_card", "What is open is less than a card can be charged.");
            var page = holds.pageFor(order.createdAt());
            return new Ready(order, amount, List.of(), known(order.id(), secret), page.openUntil());
        }

        /** Transfers may have left thousandths, which no card is charged: they stay open. */
        private static Money charged(Money open) {
            return CardAmounts.rounded(open, RoundingMode.DOWN);
        }

        private String known(UUID id, @Nullable String secret) {
            if (secret != null) return secret;
            var fresh = Ids.secret();
            orders.addSecret(id, Secrets.hash(fresh));
            return fresh;
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
