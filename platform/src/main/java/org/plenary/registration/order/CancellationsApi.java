package org.plenary.registration.order;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/orders/{code}/cancellation")
class CancellationsApi {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Cancelling cancelling;
    private final Callers callers;

    CancellationsApi(ConferenceApi conferences, OrderQueries queries, Cancelling cancelling, Callers callers) {
        this.conferences = conferences;
        this.queries = queries;
        this.cancelling = cancelling;
        this.callers = callers;
    }

    /** Buyers cancel what they have not paid yet; staff also what is confirmed, or lines of it. */
    @PostMapping
    @Public
    OrderView cancel(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestBody(required = false) Cancelling.@Nullable CancelOrder command) {
        var isStaff = callers.current().may(Permission.REGISTRATION_WRITE);
        var order = queries.open(conferences.bySlug(conference).id(), code, secret, isStaff);
        cancelling.cancel(order.id(), command == null ? Cancelling.CancelOrder.ALL_BY_POLICY : command, isStaff);
        return queries.view(order.id());
    }
}
