package org.plenary.webhooks.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.PaperReferences;
import org.plenary.registration.OrderReferences;
import org.springframework.stereotype.Component;

/** How what happened is called: ids and references, by which the API tells the rest to who may know it. */
@Component
class Mentions {
    private final ConferenceApi conferences;
    private final OrderReferences orders;
    private final PaperReferences papers;

    Mentions(ConferenceApi conferences, OrderReferences orders, PaperReferences papers) {
        this.conferences = conferences;
        this.orders = orders;
        this.papers = papers;
    }

    Map<String, Object> conference(UUID id) {
        var data = new LinkedHashMap<String, Object>();
        data.put("conference", Map.of("id", id, "slug", conferences.byId(id).slug()));
        return data;
    }

    /** @param subject an order, or what is paid for on its own for it; one that is not there any more has its id alone */
    Map<String, Object> order(UUID subject) {
        var found = orders.of(subject).orElse(null);
        if (found == null) return with(new LinkedHashMap<>(), "order", Map.of("id", subject));
        return with(conference(found.conference()), "order", Map.of("id", found.order(), "code", found.code()));
    }

    Map<String, Object> paper(UUID id) {
        var found = papers.of(id).orElse(null);
        if (found == null) return with(new LinkedHashMap<>(), "paper", Map.of("id", id));
        return with(conference(found.conference()), "paper", Map.of("id", id, "number", found.number()));
    }

    Map<String, Object> with(Map<String, Object> data, String name, Object value) {
        data.put(name, value);
        return data;
    }
}
