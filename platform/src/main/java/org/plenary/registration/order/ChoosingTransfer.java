package org.plenary.registration.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.payway.SettingWays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets orders wait for a bank transfer: they hold their places, and their price, until it is due. */
@Component
class ChoosingTransfer {
    private final Orders orders;
    private final OrderTransfers transfers;
    private final SettingWays ways;
    private final OrderEvents events;
    private final Clock clock;

    ChoosingTransfer(Orders orders, OrderTransfers transfers, SettingWays ways, OrderEvents events, Clock clock) {
        this.orders = orders;
        this.transfers = transfers;
        this.ways = ways;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A card page that is open stays so: whichever money comes first pays the order. A second time changes nothing.
     *
     * @throws Problem.Conflict {@code already_paid}, {@code awaiting_approval}, {@code order_ended} or {@code transfer_not_offered}
     */
    @Transactional
    public void choose(ConferenceView conference, UUID id) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        var now = clock.instant();
        requirePayable(order, now);
        if (transfers.find(id).isPresent()) return;
        var today = ways.today(conference);
        var offered = ways.of(conference.id());
        if (!offered.takesTransfers(conference, today))
            throw new Problem.Conflict("transfer_not_offered", "This order cannot be paid by bank transfer.");
        var due = offered.dueOn(conference, today);
        transfers.choose(new OrderTransfers.Chosen(id, due, now));
        if (!orders.extend(id, now, endOf(due, conference))) throw ended();
        // what was told to transfer is what is to come
        orders.keepPrice(id);
        events.transferAsked(id, false);
    }

    private static void requirePayable(OrderRow order, Instant now) {
        switch (order.status()) {
            case PENDING -> {
                if (order.isFree() || !order.expiresAt().isAfter(now)) throw ended();
            }
            case AWAITING_APPROVAL ->
                throw new Problem.Conflict("awaiting_approval", "This order is to be approved before it is paid.");
            case CONFIRMED -> throw new Problem.Conflict("already_paid", "This order is paid already.");
            case EXPIRED, CANCELLED, REJECTED, REFUNDED -> throw ended();
        }
    }

    private static Problem.Conflict ended() {
        return new Problem.Conflict("order_ended", "This order has ended; please start again.");
    }

    private static Instant endOf(LocalDate day, ConferenceView conference) {
        return day.plusDays(1).atStartOfDay(conference.timeZone()).toInstant();
    }
}
