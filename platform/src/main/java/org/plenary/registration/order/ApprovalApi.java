package org.plenary.registration.order;

import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/orders/{code}/approval")
@Requires(Permission.REGISTRATION_WRITE)
class ApprovalApi {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Approving approving;

    ApprovalApi(ConferenceApi conferences, OrderQueries queries, Approving approving) {
        this.conferences = conferences;
        this.queries = queries;
        this.approving = approving;
    }

    @PostMapping
    OrderView decide(
            @PathVariable String conference, @PathVariable String code, @RequestBody Approving.Decide decision) {
        var order = queries.open(conferences.bySlug(conference).id(), code, null, true);
        approving.decide(order.id(), decision);
        return queries.view(order.id());
    }
}
