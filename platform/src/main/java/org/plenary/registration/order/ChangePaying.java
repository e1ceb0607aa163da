package org.plenary.registration.order;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Starts the payment of changes of orders. Talks to the provider, so it holds no transaction. */
@Component
class ChangePaying {
    private static final int LONGEST_TEXT = 200;

    private final Payable payable;
    private final Payments payments;
    private final Urls urls;

    ChangePaying(Payable payable, Payments payments, Urls urls) {
        this.payable = payable;
        this.payments = payments;
        this.urls = urls;
    }

    /**
     * A page to pay the change on that waits.
     *
     * @param secret the one that the payer holds; null makes another for the way back
     * @throws Problem.Conflict {@code already_paid} or {@code order_ended}
     * @throws Problem.Unavailable when no payment can be started now
     */
    URI start(ConferenceView conference, OrderRow order, @Nullable String secret) {
        var ready = payable.prepare(order.id(), secret);
        var change = ready.change();
        var path = "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + ready.secret();
        return payments.start(new PaymentRequest(
                change.id(),
                order.code(),
                lines(change),
                change.due(),
                new PaymentRequest.Payer(
                        order.contact().name(),
                        order.contact().email(),
                        order.contact().country()),
                order.locale(),
                urls.tenant(Tenancy.require(), path + "&paid=1"),
                urls.tenant(Tenancy.require(), path),
                ready.openUntil()));
    }

    /** A payment page knows no negative prices: what takes the place of something is one line over the difference. */
    private static List<PaymentRequest.Line> lines(OrderChange change) {
        var add = change.proposal().add();
        if (change.proposal().worth().isZero())
            return add.stream().map(Quote.Line::ofPayment).toList();
        var text = add.stream().map(Quote.Line::description).collect(Collectors.joining("; "));
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return List.of(new PaymentRequest.Line(
                cut, 1, change.due(), change.due(), add.getFirst().taxRate()));
    }

    @Component
    static class Payable {
        private final OrderChanges changes;
        private final HoldTimes holds;
        private final Orders orders;

        Payable(OrderChanges changes, HoldTimes holds, Orders orders) {
            this.changes = changes;
            this.holds = holds;
            this.orders = orders;
        }

        record Ready(OrderChange change, String secret, java.time.Instant openUntil) {}

        /** The hold lasts as long as the page is open, up to the longest hold. */
        @Transactional
        public Ready prepare(UUID order, @Nullable String secret) {
            var change = changes.pending(order)
                    .orElseThrow(() -> new Problem.Conflict("already_paid", "This order is paid already."));
            var page = holds.pageFor(change.createdAt());
            if (!page.isHeldBy(change.expiresAt()) && !changes.extend(change.id(), page.from(), page.holdUntil()))
                throw new Problem.Conflict("order_ended", "This order has ended; please start again.");
            if (secret != null) return new Ready(change, secret, page.openUntil());
            var fresh = Ids.secret();
            orders.addSecret(order, Secrets.hash(fresh));
            return new Ready(change, fresh, page.openUntil());
        }
    }
}
