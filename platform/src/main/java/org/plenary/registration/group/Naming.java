package org.plenary.registration.group;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.registration.order.GroupOrders;
import org.plenary.registration.order.Seat;
import org.plenary.registration.order.Seating;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the places of groups to people, and takes them back. */
@Component
class Naming {
    private final PlaceRows places;
    private final GroupOrders orders;
    private final Seating seating;
    private final PlaceForms forms;
    private final NamingRules rules;

    Naming(PlaceRows places, GroupOrders orders, Seating seating, PlaceForms forms, NamingRules rules) {
        this.places = places;
        this.orders = orders;
        this.seating = seating;
        this.forms = forms;
        this.rules = rules;
    }

    /**
     * Who names somebody.
     *
     * @param filler only the person changes what the person said
     * @param revision of the place that was seen; null for one that has nobody
     * @param locale in which the person is written to
     */
    record By(Filler filler, boolean isStaff, @Nullable Integer revision, Locale locale) {}

    private record Locked(GroupOrders.Group group, Place place) {}

    /**
     * Puts somebody into a place. The same once more changes nothing.
     *
     * @throws Problem.InvalidInput naming everything that is wrong
     * @throws Problem.Conflict {@code place_taken} when somebody else was faster, {@code names_closed}, {@code place_over},
     *     {@code place_checked_in}, or {@code sold_out} naming the options that are
     */
    @Transactional
    public Place name(ConferenceView conference, UUID id, PlaceForms.Given given, By by) {
        var locked = lock(conference, id);
        var place = locked.place();
        var order = locked.group().order();
        rules.requireChangeable(conference, place, by.isStaff());
        var askings = forms.askings(conference, place.fee(), by.filler());
        var checked = forms.check(askings, given, order.contact().country());
        if (isSame(place, checked.seat())) return place;
        requireSeen(place, by);
        var ticket = seating.seat(order, id, checked.seat());
        places.named(id, by.locale(), checked.isComplete());
        rules.named(conference, order.code(), place, checked.seat(), ticket, by.isStaff());
        return places.find(conference.id(), id).orElseThrow();
    }

    /**
     * Takes the person out: the ticket and the links are worth nothing any more.
     *
     * @throws Problem.Conflict as {@link #name}
     */
    @Transactional
    public void vacate(ConferenceView conference, UUID id, boolean isStaff) {
        var locked = lock(conference, id);
        var place = locked.place();
        rules.requireChangeable(conference, place, isStaff);
        if (!place.isNamed()) return;
        seating.vacate(locked.group().order(), id);
        places.vacated(id, place.ticket());
        if (place.ticket() != null) places.keepRemoved(id, place.revision(), removed(locked));
        rules.vacated(conference, locked.group().order().code(), place, isStaff);
    }

    private static PlaceRows.Removed removed(Locked locked) {
        var place = locked.place();
        var locale = place.locale() == null ? locked.group().order().locale() : place.locale();
        return new PlaceRows.Removed(place.name(), place.email(), locale.toLanguageTag());
    }

    private Locked lock(ConferenceView conference, UUID id) {
        var group = places.find(conference.id(), id)
                .flatMap(place -> orders.lock(place.order()))
                .orElseThrow(() -> new Problem.NotFound("This place"));
        return new Locked(group, places.find(conference.id(), id).orElseThrow());
    }

    private static boolean isSame(Place place, Seat seat) {
        return place.name().equals(seat.name())
                && place.email().equals(seat.email())
                && place.formVersion() == seat.formVersion()
                && place.answers().equals(seat.answers());
    }

    private static void requireSeen(Place place, By by) {
        var seen = by.revision();
        var isFree = !place.isNamed() && (seen == null || seen == place.revision());
        var isOwn = by.filler() == Filler.PERSON && seen != null && seen == place.revision();
        if (!isFree && !isOwn)
            throw new Problem.Conflict("place_taken", "Somebody else was faster: this place has another name now.");
    }
}
