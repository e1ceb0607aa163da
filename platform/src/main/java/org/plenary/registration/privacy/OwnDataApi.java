package org.plenary.registration.privacy;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.registration.order.OrderAccess;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's own data for programs, by the order's secret. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/conferences/{conference}/orders/{code}")
class OwnDataApi {
    private final ConferenceApi conferences;
    private final OrderAccess orders;
    private final Subjects subjects;
    private final OwnData data;
    private final AskingErasure asking;

    OwnDataApi(ConferenceApi conferences, OrderAccess orders, Subjects subjects, OwnData data, AskingErasure asking) {
        this.conferences = conferences;
        this.orders = orders;
        this.subjects = subjects;
        this.data = data;
        this.asking = asking;
    }

    @GetMapping("/data")
    Map<String, Object> data(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        return data.all(conference, subjects.of(order.id()), locale);
    }

    /** Asks the organizer to erase it. */
    @PostMapping("/erasure")
    ResponseEntity<Void> erase(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        asking.ask(conference, orders.open(conference, code, secret).id());
        return ResponseEntity.accepted().build();
    }
}
