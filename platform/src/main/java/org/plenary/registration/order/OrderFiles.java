package org.plenary.registration.order;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.payments.Invoices;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The files of an order as downloads. */
@Component
class OrderFiles {
    private final Tickets tickets;
    private final Invoices invoices;
    private final OrderQueries queries;

    OrderFiles(Tickets tickets, Invoices invoices, OrderQueries queries) {
        this.tickets = tickets;
        this.invoices = invoices;
        this.queries = queries;
    }

    ResponseEntity<byte[]> ticket(ConferenceView conference, OrderRow order) {
        var pdf = tickets.all(conference, order).orElseThrow(() -> new Problem.NotFound("The ticket"));
        return file("ticket-" + order.code() + ".pdf", "application/pdf", pdf);
    }

    ResponseEntity<byte[]> calendar(ConferenceView conference, OrderRow order) {
        var content = tickets.calendar(conference, order).getBytes(StandardCharsets.UTF_8);
        return file(conference.slug() + ".ics", "text/calendar; charset=UTF-8", content);
    }

    ResponseEntity<byte[]> document(OrderRow order, UUID document) {
        return file(find(order, document).number() + ".pdf", "application/pdf", invoices.pdf(document));
    }

    /** The same for the buyer's bookkeeping programs. */
    ResponseEntity<byte[]> electronicDocument(OrderRow order, UUID document) {
        var found = find(order, document);
        var xml = invoices.xml(document).orElseThrow(() -> new Problem.NotFound("This document"));
        return file(found.number() + ".xml", "application/xml", xml);
    }

    /** Only a document of this very order. */
    private Invoices.Document find(OrderRow order, UUID document) {
        return queries.documents(order.id()).stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This document"));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + "\"")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
