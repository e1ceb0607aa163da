package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/tours")
class ToursApi {
    private final ConferenceApi conferences;
    private final Tours tours;
    private final Notices notices;
    private final Callers callers;

    ToursApi(ConferenceApi conferences, Tours tours, Notices notices, Callers callers) {
        this.conferences = conferences;
        this.tours = tours;
        this.notices = notices;
        this.callers = callers;
    }

    /** @param capacity for staff only; what is left stands in the availability call */
    record View(
            UUID id,
            String key,
            LocalizedText name,
            LocalizedText description,
            LocalizedText meetingPoint,
            OffsetDateTime startsAt,
            Money price,
            @Nullable Integer capacity,
            BigDecimal taxRate,
            @Nullable LocalDate closesOn,
            TourState.Kind state,
            DetailsView details,
            long version) {}

    @GetMapping
    @Public
    Page<View> list(@PathVariable String conference) {
        var found = conferences.visible(conference);
        var isStaff = isStaff();
        var all = isTold(found.id(), isStaff) ? tours.all(found.id()) : List.<Tour>of();
        return new Page<>(all.stream().map(tour -> view(found, tour, isStaff)).toList(), null);
    }

    @GetMapping("/{tour}")
    @Public
    ResponseEntity<View> one(@PathVariable String conference, @PathVariable String tour) {
        var found = conferences.visible(conference);
        var one = tours.find(found.id(), tour)
                .filter(_ -> isTold(found.id(), isStaff()))
                .orElseThrow(() -> new Problem.NotFound("This tour"));
        return ResponseEntity.ok().eTag(tag(one)).body(view(found, one, isStaff()));
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> create(@PathVariable String conference, @RequestBody TourInput input) {
        var found = conferences.bySlug(conference);
        var tour = tours.create(found, input);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/tours/" + tour.key()))
                .eTag(tag(tour))
                .body(view(found, tour, true));
    }

    @PutMapping("/{tour}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> change(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestBody TourInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var found = conferences.bySlug(conference);
        var changed = tours.change(found, tour, input, ifMatch);
        return ResponseEntity.ok().eTag(tag(changed)).body(view(found, changed, true));
    }

    @DeleteMapping("/{tour}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> delete(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        tours.delete(conferences.bySlug(conference), tour, ifMatch);
        return ResponseEntity.noContent().build();
    }

    /** Nobody but staff knows of tours before they are published. */
    private boolean isTold(UUID conference, boolean isStaff) {
        return isStaff || notices.open(conference).shows(NoticeSection.TOURS);
    }

    private boolean isStaff() {
        return callers.current().may(Permission.CONFERENCE_READ);
    }

    private static String tag(Tour tour) {
        return Preconditions.tag(tour.version());
    }

    private static View view(ConferenceView conference, Tour tour, boolean isStaff) {
        return new View(
                tour.id(),
                tour.key(),
                tour.name(),
                tour.description(),
                tour.meetingPoint(),
                tour.startsAt().atZone(conference.timeZone()).toOffsetDateTime(),
                tour.price(),
                isStaff ? tour.capacity() : null,
                tour.taxRate(),
                tour.closesOn(),
                tour.state().kind(),
                DetailsView.of(tour, conference, tour.details().guestPrices(), isStaff),
                tour.version());
    }
}
