package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.payments.DeskPayments.Receipt;
import org.plenary.payments.Payments;
import org.plenary.payments.WriteOffs;
import org.springframework.stereotype.Component;

/** Works out what is open of orders, each time from the payments that came in. Orders that are paid in one go have no balance. */
@Component
class Balances {
    private final OrderDues dues;
    private final OrderChanges changes;
    private final Came came;
    private final ConferenceApi conferences;
    private final Clock clock;

    Balances(OrderDues dues, OrderChanges changes, Came came, ConferenceApi conferences, Clock clock) {
        this.dues = dues;
        this.changes = changes;
        this.came = came;
        this.conferences = conferences;
        this.clock = clock;
    }

    /** What came in, and what is not waited for any more. */
    @Component
    record Came(Payments payments, WriteOffs writeOffs) {}

    Optional<Balance> of(OrderRow order) {
        return of(order, null);
    }

    /** @param besides a payment that is not counted; null for none */
    private Optional<Balance> of(OrderRow order, @Nullable UUID besides) {
        var parts = dues.of(order.id());
        if (parts.isEmpty()) return Optional.empty();
        var givenUp = came.writeOffs().standing(order.code(), order.total().getCurrencyUnit());
        return Optional.of(
                Balance.of(order, parts, received(order, besides), costOfChanges(order), givenUp, today(order)));
    }

    private Money received(OrderRow order, @Nullable UUID besides) {
        var received = Money.zero(order.total().getCurrencyUnit());
        for (var payment : came.payments().of(order.id())) {
            if (!payment.counts()
                    || payment.id().equals(besides)
                    || order.refused().contains(payment.id())) continue;
            switch (payment.status()) {
                case PAID, PARTLY_REFUNDED, REFUNDED -> received = received.plus(payment.amount());
                case OPEN, PROCESSING, FAILED, CLOSED -> {}
            }
        }
        return received;
    }

    private Money costOfChanges(OrderRow order) {
        return changes.of(order.id()).stream()
                .filter(change -> change.status() == ChangeStatus.APPLIED)
                .map(OrderChange::due)
                .reduce(Money.zero(order.total().getCurrencyUnit()), Money::plus);
    }

    LocalDate today(OrderRow order) {
        return LocalDate.ofInstant(
                clock.instant(), conferences.byId(order.conference()).timeZone());
    }

    /** What is not paid of a confirmed order, written off or not; nothing of one that is paid in one go. */
    Money receivable(OrderRow order) {
        return of(order)
                .map(Balance::receivable)
                .orElseGet(() -> Money.zero(order.total().getCurrencyUnit()));
    }

    /** Whether a payment that came in for a confirmed order is no more than was open without it. */
    boolean isOwed(OrderRow order, UUID payment, Money amount) {
        return of(order, payment)
                .filter(balance -> !amount.isGreaterThan(balance.receivable()))
                .isPresent();
    }

    /** Whether an order that is not certain yet is so by this: all of it, or the first part at the least. */
    boolean isEnough(OrderRow order, UUID payment, Money amount) {
        if (amount.equals(order.total())) return true;
        return of(order, payment)
                .filter(balance ->
                        !amount.isLessThan(balance.toConfirm()) && !amount.isGreaterThan(balance.receivable()))
                .isPresent();
    }

    /** What is to be paid now so that an order is certain. */
    Money toConfirm(OrderRow order) {
        return of(order).map(Balance::toConfirm).orElse(order.total());
    }

    /** What staff may take for it. @param receipts for it */
    DeskDue due(OrderRow order, List<Receipt> receipts) {
        return of(order)
                .map(balance -> DeskDue.of(order, receipts, balance))
                .orElseGet(() -> DeskDue.of(order, receipts));
    }

    /** As {@link OrderDues#refuse}, of an order that has a balance. */
    void refuse(OrderRow order, UUID payment) {
        if (!dues.of(order.id()).isEmpty()) dues.refuse(order.id(), payment);
    }

    /** As {@link OrderDues#refuse}, whether or not the order has a balance. */
    void refuseAnyhow(OrderRow order, UUID payment) {
        dues.refuse(order.id(), payment);
    }

    /** As {@link OrderDues#forgive}. */
    void forgive(OrderRow order, Money amount) {
        if (amount.isPositive()) dues.forgive(order.id(), amount);
    }
}
