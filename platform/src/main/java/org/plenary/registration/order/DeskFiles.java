package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.DeskPayments.Receipt;
import org.plenary.payments.Invoices;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is printed at the desk: shown by the browser, whose print key is the next one to press. */
@Component
class DeskFiles {
    private final DeskPayments desk;
    private final Invoices invoices;
    private final Tickets tickets;

    DeskFiles(DeskPayments desk, Invoices invoices, Tickets tickets) {
        this.desk = desk;
        this.invoices = invoices;
        this.tickets = tickets;
    }

    /** Only one of this very order; void ones too, which say so. */
    Receipt find(OrderRow order, UUID receipt) {
        return desk.of(order.id()).stream()
                .filter(each -> each.id().equals(receipt))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This receipt"));
    }

    ResponseEntity<byte[]> receipt(OrderRow order, UUID receipt) {
        var found = find(order, receipt);
        return shown(found.number(), invoices.pdf(found.id()));
    }

    ResponseEntity<byte[]> ticket(ConferenceView conference, OrderRow order) {
        var pdf = tickets.all(conference, order).orElseThrow(() -> new Problem.NotFound("The ticket"));
        return shown("ticket-" + order.code(), pdf);
    }

    private static ResponseEntity<byte[]> shown(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
