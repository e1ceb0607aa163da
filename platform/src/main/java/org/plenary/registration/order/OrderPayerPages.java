package org.plenary.registration.order;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.payments.PayerPages;
import org.plenary.registration.BuyersOrders;
import org.springframework.stereotype.Component;

/** The buyers' pages of orders, and of the orders that changes are of. */
@Component
class OrderPayerPages implements PayerPages {
    private final Orders orders;
    private final OrderChanges changes;
    private final BuyersOrders buyers;
    private final ConferenceApi conferences;

    OrderPayerPages(Orders orders, OrderChanges changes, BuyersOrders buyers, ConferenceApi conferences) {
        this.orders = orders;
        this.changes = changes;
        this.buyers = buyers;
        this.conferences = conferences;
    }

    @Override
    public Optional<URI> link(UUID subject) {
        var order = changes.find(subject).map(OrderChange::order).orElse(subject);
        return orders.find(order).map(found -> URI.create(buyers.link(conferences.byId(found.conference()), order)));
    }
}
