package org.plenary.lodging.hotel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
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
@RequestMapping("/api/v1/conferences/{conference}/hotels")
class HotelsApi {
    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final Notices notices;
    private final Callers callers;

    HotelsApi(ConferenceApi conferences, Hotels hotels, Notices notices, Callers callers) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.notices = notices;
        this.callers = callers;
    }

    record View(
            UUID id,
            String key,
            LocalizedText name,
            LocalizedText address,
            List<RoomTypeView> roomTypes,
            @Nullable LocalDate cutOffOn,
            Hotel.ShoulderNights shoulderNights,
            BlockTerms terms,
            List<SubBlock> subBlocks,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID agreement,

            long version) {}

    record RoomTypeView(
            UUID id,
            String key,
            LocalizedText name,
            int occupancy,
            Money nightlyRate,
            List<NightView> nights,
            RoomType.Features features,
            List<RoomType.GuestRate> guestRates) {}

    /** @param rooms what the contract says, for staff only; what is left stands in the availability call */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NightView(
            LocalDate date,
            @Nullable Integer rooms,
            @Nullable Money rate) {}

    @GetMapping
    @Public
    Page<View> list(@PathVariable String conference) {
        var isStaff = isStaff();
        var found = conferences.visible(conference).id();
        var all = hotels.all(found).stream().filter(told(found, isStaff)).map(hotel -> view(hotel, isStaff));
        return new Page<>(all.toList(), null);
    }

    @GetMapping("/{hotel}")
    @Public
    ResponseEntity<View> one(@PathVariable String conference, @PathVariable String hotel) {
        var isStaff = isStaff();
        var of = conferences.visible(conference).id();
        var found =
                hotels.find(of, hotel).filter(told(of, isStaff)).orElseThrow(() -> new Problem.NotFound("This hotel"));
        return ResponseEntity.ok().eTag(tag(found)).body(view(found, isStaff));
    }

    /** Nobody but staff knows of a hotel before it is published. */
    private Predicate<Hotel> told(UUID conference, boolean isStaff) {
        if (isStaff) return hotel -> true;
        var open = notices.open(conference);
        return hotel -> open.shows(NoticeSection.HOTELS, hotel.agreement());
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> create(@PathVariable String conference, @RequestBody HotelInput input) {
        var hotel = hotels.create(conferences.bySlug(conference), input);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/hotels/" + hotel.key()))
                .eTag(tag(hotel))
                .body(view(hotel, true));
    }

    @PutMapping("/{hotel}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> change(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestBody HotelInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var changed = hotels.change(conferences.bySlug(conference), hotel, input, ifMatch);
        return ResponseEntity.ok().eTag(tag(changed)).body(view(changed, true));
    }

    @DeleteMapping("/{hotel}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> delete(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        hotels.delete(conferences.bySlug(conference), hotel, ifMatch);
        return ResponseEntity.noContent().build();
    }

    private boolean isStaff() {
        return callers.current().may(Permission.CONFERENCE_READ);
    }

    private static String tag(Hotel hotel) {
        return Preconditions.tag(hotel.version());
    }

    private static View view(Hotel hotel, boolean isStaff) {
        return new View(
                hotel.id(),
                hotel.key(),
                hotel.name(),
                hotel.address(),
                hotel.roomTypes().stream().map(type -> view(type, isStaff)).toList(),
                hotel.cutOffOn(),
                hotel.shoulderNights(),
                isStaff ? hotel.terms() : hotel.terms().published(),
                isStaff ? hotel.subBlocks() : List.of(),
                isStaff ? hotel.agreement() : null,
                hotel.version());
    }

    private static RoomTypeView view(RoomType type, boolean isStaff) {
        var nights = type.nights().stream()
                .map(night -> new NightView(night.date(), isStaff ? night.rooms() : null, night.rate()))
                .toList();
        return new RoomTypeView(
                type.id(),
                type.key(),
                type.name(),
                type.occupancy(),
                type.nightlyRate(),
                nights,
                type.features(),
                type.guestRates());
    }
}
