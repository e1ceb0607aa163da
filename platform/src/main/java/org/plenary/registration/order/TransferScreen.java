package org.plenary.registration.order;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.payments.CreditorReference;
import org.plenary.payments.DeskPayments;
import org.plenary.registration.payway.BankAccount;
import org.plenary.registration.payway.PayBy;
import org.plenary.registration.payway.SettingWays;
import org.springframework.stereotype.Component;

/** Prepares what pages and mails say of paying an order: by bank transfer, in parts, or later. */
@Component
class TransferScreen {
    private final SettingWays ways;
    private final PayingWays paying;
    private final Taken taken;
    private final Choosable choosable;
    private final Pdfs pdfs;

    TransferScreen(SettingWays ways, PayingWays paying, Taken taken, Choosable choosable, Pdfs pdfs) {
        this.ways = ways;
        this.paying = paying;
        this.taken = taken;
        this.choosable = choosable;
        this.pdfs = pdfs;
    }

    /** What was chosen, and what came in. */
    @Component
    record Taken(OrderTransfers transfers, DeskPayments desk, Balances balances) {}

    /** What can be chosen still. */
    @Component
    record Choosable(Instalments instalments, PayingLater later) {}

    /**
     * What the buyer of an order may do about what is to be paid of it.
     *
     * @param now what makes it certain
     * @param transfer where to send the money; null when that was not chosen
     * @param picture of it for a banking app, as a {@code data:} address
     * @param transferUntil when a transfer would be due that is chosen now; null when it cannot be
     * @param deposit what would be paid now if it was paid in parts; null when it cannot be, or is
     * @param invoiceUntil when an invoice would be due that is asked for now; null when it cannot be, or was
     */
    record Offer(
            boolean card,
            Money now,
            @Nullable TransferView transfer,
            @Nullable String picture,
            @Nullable LocalDate transferUntil,
            @Nullable Money deposit,
            @Nullable LocalDate invoiceUntil) {}

    Offer of(ConferenceView conference, OrderRow order) {
        var isPending = order.status() == OrderStatus.PENDING && !order.isFree();
        if (!isPending && order.status() != OrderStatus.CONFIRMED)
            return new Offer(true, order.total(), null, null, null, null, null);
        var balance = taken.balances().of(order).orElse(null);
        if (!isPending && (balance == null || !balance.owes()))
            return new Offer(true, order.total(), null, null, null, null, null);
        var offered = paying.offered(conference);
        var transfer = find(conference, order).orElse(null);
        var isPartlyPaid = isPending && transfer != null && transfer.received().isPositive();
        var text = transfer == null ? null : transfer.qrText();
        return new Offer(
                offered.contains(PayBy.CARD) && !isPartlyPaid,
                balance == null ? order.total() : balance.nextPart().left(),
                transfer,
                text == null ? null : pdfs.qrCode(text),
                isPending && transfer == null && offered.contains(PayBy.BANK_TRANSFER)
                        ? ways.of(conference.id()).dueOn(conference, ways.today(conference))
                        : null,
                isPending && balance == null && offered.contains(PayBy.INSTALMENTS) ? deposit(conference, order) : null,
                isPending ? invoiceUntil(conference, order) : null);
    }

    private @Nullable Money deposit(ConferenceView conference, OrderRow order) {
        return choosable.instalments().parts(conference, order.id(), order.total()).stream()
                .findFirst()
                .map(OrderDues.Due::amount)
                .orElse(null);
    }

    private @Nullable LocalDate invoiceUntil(ConferenceView conference, OrderRow order) {
        var hasAsked = choosable.later().find(order.id()).isPresent();
        return hasAsked ? null : choosable.later().dueOn(conference, order).orElse(null);
    }

    /** Empty when it was not chosen, or nothing is to be paid so. */
    Optional<TransferView> find(ConferenceView conference, OrderRow order) {
        var account = ways.of(conference.id()).account();
        if (account == null) return Optional.empty();
        return switch (order.status()) {
            case PENDING ->
                taken.transfers().find(order.id()).map(chosen -> {
                    var due = taken.balances().due(order, taken.desk().of(order.id()));
                    return view(order, due.toConfirm(), due.received(), chosen.dueOn(), account);
                });
            case CONFIRMED ->
                taken.balances()
                        .of(order)
                        .filter(Balance::owes)
                        .map(balance -> view(
                                order,
                                balance.nextPart().left(),
                                balance.paid(),
                                balance.nextPart().dueOn(),
                                account));
            case AWAITING_APPROVAL, EXPIRED, CANCELLED, REJECTED, REFUNDED -> Optional.empty();
        };
    }

    private static TransferView view(
            OrderRow order, Money amount, Money received, LocalDate dueOn, BankAccount account) {
        var reference = CreditorReference.of(order.code());
        return new TransferView(reference, amount, received, dueOn, account, EpcText.of(account, amount, reference));
    }
}
