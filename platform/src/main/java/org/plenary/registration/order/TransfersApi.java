package org.plenary.registration.order;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How an order is paid by bank transfer. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/conferences/{conference}/orders/{code}/transfer")
class TransfersApi {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final PayingWays paying;
    private final TransferScreen screen;
    private final Callers callers;

    TransfersApi(
            ConferenceApi conferences,
            OrderQueries queries,
            PayingWays paying,
            TransferScreen screen,
            Callers callers) {
        this.conferences = conferences;
        this.queries = queries;
        this.paying = paying;
        this.screen = screen;
        this.callers = callers;
    }

    @GetMapping
    ResponseEntity<TransferView> show(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return answer(conference, open(conference, code, secret, Permission.REGISTRATION_READ));
    }

    @PostMapping
    ResponseEntity<TransferView> choose(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        var order = open(conference, code, secret, Permission.REGISTRATION_WRITE);
        paying.byTransfer(conference, order.id());
        return answer(conference, order);
    }

    private OrderRow open(ConferenceView conference, String code, @Nullable String secret, Permission staff) {
        return queries.open(conference.id(), code, secret, callers.current().may(staff));
    }

    private ResponseEntity<TransferView> answer(ConferenceView conference, OrderRow order) {
        var transfer = screen.find(conference, order).orElseThrow(() -> new Problem.NotFound("This transfer"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(transfer);
    }
}
