package org.plenary.registration.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff decide of orders that are paid later. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/orders/{code}")
@Requires(Permission.REGISTRATION_WRITE)
class DuesApi {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final DecidingCredit deciding;
    private final MovingDues moving;
    private final DueReleasing releasing;

    DuesApi(
            ConferenceApi conferences,
            OrderQueries queries,
            DecidingCredit deciding,
            MovingDues moving,
            DueReleasing releasing) {
        this.conferences = conferences;
        this.queries = queries;
        this.deciding = deciding;
        this.moving = moving;
        this.releasing = releasing;
    }

    record Moved(@Nullable LocalDate dueOn) {}

    @PostMapping("/invoice-decision")
    OrderView decide(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestBody DecidingCredit.Decide command) {
        var conference = conferences.bySlug(slug);
        var order = queries.open(conference.id(), code, null, true);
        deciding.decide(conference, order.id(), command);
        return queries.view(order.id());
    }

    @PutMapping("/parts/{position}")
    OrderView move(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable int position,
            @RequestBody Moved wished) {
        var order = queries.open(conferences.bySlug(slug).id(), code, null, true);
        moving.move(order.id(), position, wished.dueOn());
        return queries.view(order.id());
    }

    @PostMapping("/release")
    OrderView release(@PathVariable("conference") String slug, @PathVariable String code) {
        var order = queries.open(conferences.bySlug(slug).id(), code, null, true);
        releasing.byHand(order.id());
        return queries.view(order.id());
    }
}
