package org.plenary.registration.order;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.OrderPart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the modules above say of their things in an order. */
@Component
public class OrderNotes {
    private final ObjectProvider<OrderPart> parts;
    private final Orders orders;

    OrderNotes(ObjectProvider<OrderPart> parts, Orders orders) {
        this.parts = parts;
        this.orders = orders;
    }

    List<OrderPart.Note> of(ConferenceView conference, OrderRow order, Locale locale) {
        var opened = OpenedOrders.opened(order);
        return parts.stream()
                .sorted(Comparator.comparingInt(OrderPart::order))
                .flatMap(part -> part.notes(conference, opened, locale).stream())
                .toList();
    }

    /** @param code of an order of the conference; of one that there is not, nothing is said */
    public List<OrderPart.Note> of(ConferenceView conference, String code, Locale locale) {
        return orders.find(conference.id(), code)
                .map(order -> of(conference, order, locale))
                .orElse(List.of());
    }
}
