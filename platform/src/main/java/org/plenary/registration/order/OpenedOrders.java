package org.plenary.registration.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.BuyersOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OpenedOrders implements BuyersOrders {
    private final OrderQueries queries;
    private final Orders orders;
    private final OrderMails mails;

    OpenedOrders(OrderQueries queries, Orders orders, OrderMails mails) {
        this.queries = queries;
        this.orders = orders;
        this.mails = mails;
    }

    @Override
    @Transactional(readOnly = true)
    public Opened open(ConferenceView conference, String code, @Nullable String secret) {
        return opened(queries.open(conference.id(), code, secret, false));
    }

    @Override
    @Transactional(readOnly = true)
    public Opened byId(UUID order) {
        return opened(row(order));
    }

    @Override
    @Transactional(readOnly = true)
    public Opened byCode(ConferenceView conference, String code) {
        return opened(queries.open(conference.id(), code, null, true));
    }

    @Override
    @Transactional
    public String link(ConferenceView conference, UUID order) {
        return mails.link(conference, row(order));
    }

    private OrderRow row(UUID order) {
        return orders.find(order).orElseThrow(() -> new Problem.NotFound("This order"));
    }

    static Opened opened(OrderRow order) {
        var contact = order.contact();
        return new Opened(order.id(), order.code(), contact.name(), contact.email(), order.locale());
    }
}
