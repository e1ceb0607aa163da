package org.plenary.registration.order;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.payments.CreditorReference;
import org.plenary.payments.DeskPayments;
import org.plenary.registration.payway.PayBy;
import org.plenary.registration.payway.SettingWays;
import org.springframework.stereotype.Component;

/** Prepares what pages and mails say of paying an order by bank transfer. */
@Component
class TransferScreen {
    private final OrderTransfers transfers;
    private final SettingWays ways;
    private final DeskPayments desk;
    private final PayingWays paying;
    private final Pdfs pdfs;

    TransferScreen(OrderTransfers transfers, SettingWays ways, DeskPayments desk, PayingWays paying, Pdfs pdfs) {
        this.transfers = transfers;
        this.ways = ways;
        this.desk = desk;
        this.paying = paying;
        this.pdfs = pdfs;
    }

    /**
     * What the buyer of an unpaid order may do about it.
     *
     * @param transfer where to send the money; null when that was not chosen
     * @param picture of it for a banking app, as a {@code data:} address
     * @param transferUntil when a transfer would be due that is chosen now; null when it cannot be
     */
    record Offer(
            boolean card,
            @Nullable TransferView transfer,
            @Nullable String picture,
            @Nullable LocalDate transferUntil) {}

    Offer of(ConferenceView conference, OrderRow order) {
        if (order.status() != OrderStatus.PENDING || order.isFree()) return new Offer(true, null, null, null);
        var offered = paying.offered(conference);
        var transfer = find(conference, order).orElse(null);
        var isPartlyPaid = transfer != null && transfer.received().isPositive();
        var until = transfer == null && offered.contains(PayBy.BANK_TRANSFER)
                ? ways.of(conference.id()).dueOn(conference, ways.today(conference))
                : null;
        var text = transfer == null ? null : transfer.qrText();
        return new Offer(
                offered.contains(PayBy.CARD) && !isPartlyPaid,
                transfer,
                text == null ? null : pdfs.qrCode(text),
                until);
    }

    /** Empty when it was not chosen, or nothing is to be paid so. */
    Optional<TransferView> find(ConferenceView conference, OrderRow order) {
        var account = ways.of(conference.id()).account();
        if (account == null || order.status() != OrderStatus.PENDING) return Optional.empty();
        return transfers.find(order.id()).map(chosen -> {
            var due = DeskDue.of(order, desk.of(order.id()));
            var reference = CreditorReference.of(order.code());
            return new TransferView(
                    reference,
                    due.left(),
                    due.received(),
                    chosen.dueOn(),
                    account,
                    EpcText.of(account, due.left(), reference));
        });
    }
}
