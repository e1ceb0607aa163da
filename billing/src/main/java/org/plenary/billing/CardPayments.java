package org.plenary.billing;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.plenary.billing.checkout.Checkout;
import org.plenary.billing.checkout.PaymentMoves;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.desk.DeskMoney;
import org.plenary.billing.dispute.DisputeRows;
import org.plenary.billing.refund.Refunding;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes money by Stripe, and gives it back the way it came. */
@Component
class CardPayments implements Payments {
    private static final Logger LOG = LoggerFactory.getLogger(CardPayments.class);

    private final Checkout checkout;
    private final Refunding refunding;
    private final PaymentRows payments;
    private final DeskMoney desk;
    private final DisputeRows disputes;

    CardPayments(Checkout checkout, Refunding refunding, PaymentRows payments, DeskMoney desk, DisputeRows disputes) {
        this.disputes = disputes;
        this.checkout = checkout;
        this.refunding = refunding;
        this.payments = payments;
        this.desk = desk;
    }

    @Override
    public boolean takesCards() {
        return checkout.takesCards();
    }

    @Override
    public List<Dispute> disputes(UUID subject) {
        return disputes.of(subject);
    }

    @Override
    public URI start(PaymentRequest request) {
        return checkout.start(request);
    }

    @Override
    public boolean close(UUID subject) {
        return checkout.close(subject);
    }

    @Override
    public boolean closePage(UUID subject) {
        return checkout.closePage(subject);
    }

    @Override
    public void refresh(UUID subject) {
        try {
            checkout.refresh(subject);
        } catch (Problem.Unavailable e) {
            LOG.info("{} is not refreshed now, its message will come: {}", subject, e.detail());
        }
    }

    @Override
    public void refund(UUID subject, Money amount, String reason, String key) {
        // what came late or twice came by card
        var isCardOnly = reason.equals("late") || reason.equals("duplicate");
        var rest = isCardOnly ? amount : amount.minus(desk.giveBack(subject, amount, reason, key));
        if (rest.isZero()) return;
        if (!isCardOnly && isOnlyOfTheDesk(subject)) {
            LOG.info("{} goes not back for {}: what was written down for it never came in", rest, subject);
            return;
        }
        refunding.refund(subject, rest, reason, key);
    }

    private boolean isOnlyOfTheDesk(UUID subject) {
        return !desk.payments(subject).isEmpty()
                && payments.of(subject).stream()
                        .noneMatch(row -> row.confirmed() && PaymentMoves.isSettled(row.status()));
    }

    @Override
    public List<Payment> of(UUID subject) {
        return of(List.of(subject));
    }

    @Override
    public List<Payment> of(Collection<UUID> subjects) {
        var byCard = payments.of(subjects).stream()
                .collect(Collectors.groupingBy(
                        PaymentRow::subject, Collectors.mapping(CardPayments::payment, Collectors.toList())));
        var atTheDesk = desk.payments(subjects);
        return subjects.stream()
                .flatMap(subject -> Stream.concat(
                                byCard.getOrDefault(subject, List.of()).stream(),
                                atTheDesk.getOrDefault(subject, List.of()).stream())
                        .sorted(Comparator.comparing(Payment::createdAt).reversed()))
                .toList();
    }

    private static Payment payment(PaymentRow row) {
        return new Payment(
                row.id(),
                row.status(),
                row.amount(),
                row.refunded(),
                row.confirmed() || !PaymentMoves.isSettled(row.status()),
                row.paidWith(),
                row.failure(),
                row.createdAt());
    }
}
