package org.plenary.registration.order;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.payments.PostalAddress;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the documents of an order say of its buyer, set by who holds the order's secret, and by staff. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/conferences/{conference}/orders/{code}/billing-details")
class BillingApi {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final BillingDetails details;
    private final Callers callers;

    BillingApi(ConferenceApi conferences, OrderQueries queries, BillingDetails details, Callers callers) {
        this.conferences = conferences;
        this.queries = queries;
        this.details = details;
        this.callers = callers;
    }

    /** All of it: what is left out is said no more. @param organization of a group is named with the group */
    record BilledTo(
            @Nullable String organization,
            @Nullable PostalAddress address,
            @Nullable String purchaseOrder) {}

    @PutMapping
    OrderView change(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestBody BilledTo body) {
        var isStaff = callers.current().may(Permission.REGISTRATION_WRITE);
        var order = queries.open(conferences.bySlug(slug).id(), code, secret, isStaff);
        var said = new Contact("", "", "", null, body.organization(), body.address(), body.purchaseOrder());
        details.change(order.id(), said, "", isStaff && !order.opensWith(secret));
        return queries.view(order.id());
    }
}
