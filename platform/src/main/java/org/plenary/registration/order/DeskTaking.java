package org.plenary.registration.order;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.DeskPayments.Receipt;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.TransferTargets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The money that staff take and hand out for an order, each time under the order's lock and with its audit entry. */
@Component
class DeskTaking {
    private static final int LONGEST_REASON = 500;

    private final Orders orders;
    private final Certain certain;
    private final ConferenceApi conferences;
    private final DeskPayments desk;
    private final AuditTrail audit;

    DeskTaking(Orders orders, Certain certain, ConferenceApi conferences, DeskPayments desk, AuditTrail audit) {
        this.orders = orders;
        this.certain = certain;
        this.conferences = conferences;
        this.desk = desk;
        this.audit = audit;
    }

    /** What makes an order certain. */
    @Component
    record Certain(Places places, Confirmation confirmation, Balances balances, OrderEvents events) {}

    @Transactional
    public Receipt take(ConferenceView conference, UUID id, DeskPaying.TakeMoney money) {
        var order = lock(id);
        var former = desk.ofKey(money.key());
        if (former.isPresent()) return ofThis(order, former.get());
        var amount = Objects.requireNonNull(money.amount());
        var due = due(order, amount);
        if (order.status() == OrderStatus.EXPIRED && !certain.places().retake(order))
            throw new Problem.Conflict("places_gone", "The places of this order were given to others.");
        return take(conference, order, money, due);
    }

    private Receipt take(ConferenceView conference, OrderRow order, DeskPaying.TakeMoney money, DeskDue due) {
        var amount = Objects.requireNonNull(money.amount());
        var rest = due.left().minus(amount);
        var receipt = desk.take(taking(conference, order, money, amount, rest));
        if (order.status() != OrderStatus.CONFIRMED) {
            if (due.isEnough(amount)) certain.confirmation().confirm(order, receipt.id());
            else orders.extend(order.id(), Instant.EPOCH, afterTheConference(conference));
        } else certain.events().partPaid(order.id(), receipt.id(), amount);
        audit.record("order.paid-at-desk", order.code(), DeskPaying.details(receipt));
        return receipt;
    }

    /**
     * Takes a bank transfer, as far as it is owed: what is more is not taken, nor is anything for an order that is over, or has expired
     * and is not paid whole or lost its places.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TransferTargets.Taken takeTransfer(UUID id, TransferTargets.Arrived arrived) {
        var order = lock(id);
        var due = certain.balances().due(order, desk.of(id));
        var came = arrived.amount();
        if (!came.getCurrencyUnit().equals(due.left().getCurrencyUnit()))
            throw new Problem.Conflict("other_currency", "The money has another currency than the order.");
        var amount = came.isLessThan(due.left()) ? came : due.left();
        var isEnough = due.isEnough(amount);
        var isLost = order.status() == OrderStatus.EXPIRED
                && (!isEnough || !certain.places().retake(order));
        if (!due.isOpen() || isLost) return new TransferTargets.Taken(null, Money.zero(came.getCurrencyUnit()), false);
        var conference = conferences.byId(order.conference());
        var money = new DeskPaying.TakeMoney(
                arrived.key(), DeskPayments.Method.BANK_TRANSFER, amount, arrived.proof(), arrived.by());
        var receipt = take(conference, order, money, due);
        return new TransferTargets.Taken(receipt.id(), amount, isEnough && order.status() != OrderStatus.CONFIRMED);
    }

    private OrderRow lock(UUID id) {
        return orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
    }

    private static Receipt ofThis(OrderRow order, Receipt receipt) {
        if (!receipt.subject().equals(order.id())) throw new Problem.NotFound("This form");
        return receipt;
    }

    private DeskDue due(OrderRow order, Money amount) {
        var due = certain.balances().due(order, desk.of(order.id()));
        if (!due.isOpen()) throw new Problem.Conflict("not_payable", "Nothing is to be paid for this order.");
        var isOurs = amount.getCurrencyUnit().equals(due.left().getCurrencyUnit());
        if (!isOurs || amount.isGreaterThan(due.left()))
            throw new Problem.InvalidInput("/amount", "more_than_due", "At most " + due.left() + ".");
        if (due.inOneGo() && !due.isEnough(amount))
            throw new Problem.InvalidInput("/amount", "all_at_once", "This order has expired; it is paid whole.");
        return due;
    }

    private static DeskPayments.Taking taking(
            ConferenceView conference, OrderRow order, DeskPaying.TakeMoney money, Money amount, Money rest) {
        var contact = order.contact();
        return new DeskPayments.Taking(
                money.key(),
                order.id(),
                order.code(),
                conference.id(),
                conference.slug().toUpperCase(Locale.ROOT),
                Objects.requireNonNull(money.method()),
                money.proof(),
                amount,
                rest,
                new PaymentRequest.Payer(contact.name(), contact.email(), contact.country(), contact.vatId()),
                order.locale(),
                money.cashier());
    }

    /** An order that is paid in part keeps its places until staff decide otherwise. */
    private static Instant afterTheConference(ConferenceView conference) {
        return conference
                .endsOn()
                .plusDays(1)
                .atStartOfDay(conference.timeZone())
                .toInstant();
    }

    /** @throws Problem.InvalidInput without a reason */
    @Transactional
    public Receipt cancel(UUID id, UUID receipt, String reason, Cashier by) {
        new Violations().text("/reason", reason, LONGEST_REASON).throwIfAny();
        var order = lock(id);
        if (desk.of(id).stream().noneMatch(each -> each.id().equals(receipt)))
            throw new Problem.NotFound("This receipt");
        var cancelled = desk.cancel(receipt, reason.strip(), by);
        audit.record("order.receipt-void", order.code(), DeskPaying.details(cancelled));
        return cancelled;
    }

    @Transactional
    public void handedOut(UUID id, UUID returning, Cashier by) {
        var order = lock(id);
        desk.handedOut(id, returning, by);
        audit.record("order.money-handed-out", order.code(), Map.of("return", returning));
    }

    /** Only for an order that never became certain: what goes back for a cancelled one its cancellation says. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID id) {
        var order = lock(id);
        if (order.confirmedAt() == null) desk.giveBack(id, "order_ended", "order-ended:" + id);
    }
}
