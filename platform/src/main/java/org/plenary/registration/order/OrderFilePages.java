package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the buyer downloads of an order, by its secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}")
class OrderFilePages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final OrderFiles files;

    OrderFilePages(ConferenceApi conferences, OrderQueries queries, OrderFiles files) {
        this.conferences = conferences;
        this.queries = queries;
        this.files = files;
    }

    @GetMapping("/ticket.pdf")
    ResponseEntity<byte[]> ticket(
            @PathVariable("conference") String slug, @PathVariable String code, @RequestParam String secret) {
        var conference = conferences.bySlug(slug);
        return files.ticket(conference, queries.open(conference.id(), code, secret, false));
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable("conference") String slug, @PathVariable String code, @RequestParam String secret) {
        var conference = conferences.bySlug(slug);
        return files.calendar(conference, queries.open(conference.id(), code, secret, false));
    }

    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID document,
            @RequestParam String secret) {
        return files.document(queries.open(conferences.bySlug(slug).id(), code, secret, false), document);
    }

    @GetMapping("/documents/{document}/xml")
    ResponseEntity<byte[]> electronicDocument(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID document,
            @RequestParam String secret) {
        return files.electronicDocument(queries.open(conferences.bySlug(slug).id(), code, secret, false), document);
    }
}
