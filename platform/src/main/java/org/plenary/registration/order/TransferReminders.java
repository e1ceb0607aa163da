package org.plenary.registration.order;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the orders whose transfer is due soon and has not come. */
@Component
public class TransferReminders {
    private static final int DAYS_BEFORE = 3;
    private static final Duration SINCE_CHOSEN = Duration.ofDays(1);
    private static final int AT_ONCE = 200;

    private final OrderTransfers transfers;
    private final OrderEvents events;
    private final Clock clock;

    TransferReminders(OrderTransfers transfers, OrderEvents events, Clock clock) {
        this.transfers = transfers;
        this.events = events;
        this.clock = clock;
    }

    /** Reminds the bound tenant's buyers, each once; returns how many. */
    @Transactional
    public int remind() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Tenancy.require().timeZone());
        var due = transfers.remind(today.plusDays(DAYS_BEFORE), now.minus(SINCE_CHOSEN), now, AT_ONCE);
        due.forEach(order -> events.transferAsked(order, true));
        return due.size();
    }
}
