package org.plenary.registration.order;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an order certain: its tickets, its sellers' rows, its invoice. The stock is taken in the same transaction. */
@Component
class Confirmation {
    private final Orders orders;
    private final Places places;
    private final OrderDocuments documents;
    private final OrderEvents events;
    private final Clock clock;

    Confirmation(Orders orders, Places places, OrderDocuments documents, OrderEvents events, Clock clock) {
        this.orders = orders;
        this.places = places;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** @param payment that paid for it; null when it costs nothing */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(OrderRow order, @Nullable UUID payment) {
        requireNotCertain(order);
        var delegates = orders.delegates(order.id());
        orders.confirm(order.id(), payment, delegates, clock.instant());
        places.confirm(order);
        documents.invoice(order);
        events.confirmed(order, delegates);
    }

    /** One that was just placed and costs nothing: all that is in it is known, and there is no invoice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmFree(OrderRow order, Quote quote) {
        requireNotCertain(order);
        var delegates = quote.delegates().stream().map(Quote.NewDelegate::id).toList();
        orders.confirm(order.id(), null, delegates, clock.instant());
        places.confirm(order, quote);
        events.confirmed(order, delegates);
    }

    private static void requireNotCertain(OrderRow order) {
        if (!order.status().mayBecome(OrderStatus.CONFIRMED))
            throw new IllegalStateException("an order that is " + order.status() + " is not confirmed");
    }
}
