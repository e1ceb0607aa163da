package org.plenary.lodging.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.registration.Sellable.Buying;
import org.plenary.registration.Sellable.Exchange;
import org.plenary.registration.Sellable.Quoted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Other dates, another room or other guests in the place of what was booked, in the same hotel. */
@Component
class Exchanges {
    private final Hotels hotels;
    private final BookedStays stays;
    private final StayLines lines;
    private final SaleDays days;
    private final Json json;

    Exchanges(Hotels hotels, BookedStays stays, StayLines lines, SaleDays days, Json json) {
        this.hotels = hotels;
        this.stays = stays;
        this.lines = lines;
        this.days = days;
        this.json = json;
    }

    /**
     * @return empty when it is what is booked already
     * @throws Problem.Conflict {@code stay_closed}, and {@code cut_off_passed} or {@code not_open_yet} for nights that are not the
     *     booking's already
     */
    @Transactional(readOnly = true)
    public Optional<Exchange> of(Buying buying, UUID order, UUID line, JsonNode wish) {
        var booked = stays.ofLine(order, line).orElseThrow(() -> new Problem.NotFound("This room"));
        if (!buying.byStaff() && !days.mayChange(buying.conference(), booked))
            throw new Problem.Conflict(
                    "stay_closed", "This room can no longer be changed here; please ask the organizer.");
        var wanted = read(buying, booked, wish);
        if (isSoldAlike(booked, wanted)) return named(booked, wanted);
        if (!buying.byStaff() && takesMore(booked, wanted)) days.require(buying.conference(), List.of(wanted));
        var quoted = lines.of("", wanted, buying.locale());
        var removed = new ArrayList<>(List.of(line));
        var tax = stays.taxLine(booked.id());
        if (tax != null) removed.add(tax);
        return Optional.of(new Exchange(quoted, removed, kept(booked, wanted, quoted)));
    }

    private Stay read(Buying buying, BookedStay booked, JsonNode wish) {
        var found = new Violations();
        var all = hotels.all(buying.conference().id());
        var wanted = new WishReader(all, buying.fees(), buying.byStaff(), found, booked).readOne(wish);
        if (wanted != null && !wanted.hotel().id().equals(booked.hotel().id()))
            found.add("/hotel", "other_hotel", "A booking stays in its hotel.");
        found.throwIfAny();
        if (wanted == null) throw new IllegalStateException("a wish is a stay, or something is wrong with it");
        return wanted.in(buying.prices())
                .map(stay -> stay.keeping(booked))
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/room_type",
                        "not_in_currency",
                        "This is not offered in " + buying.prices().currency() + "."));
    }

    /** What was sold for a price keeps it, whatever rooms cost by now. */
    private static boolean isSoldAlike(BookedStay booked, Stay wanted) {
        return booked.roomType().id().equals(wanted.roomType().id())
                && booked.subBlock().equals(part(wanted))
                && booked.checkIn().equals(wanted.checkIn())
                && booked.checkOut().equals(wanted.checkOut())
                && booked.guests().size() == wanted.guests().size()
                && booked.way() == wanted.way().kind();
    }

    private Optional<Exchange> named(BookedStay booked, Stay wanted) {
        if (booked.guests().equals(wanted.guests()) && booked.requests().equals(wanted.requests()))
            return Optional.empty();
        var moved = moved(booked, wanted, null);
        return Optional.of(new Exchange(List.of(), List.of(), write(moved)));
    }

    private static boolean takesMore(BookedStay booked, Stay wanted) {
        if (!booked.roomType().id().equals(wanted.roomType().id())
                || !booked.subBlock().equals(part(wanted))) return true;
        var more = new HashSet<>(wanted.nights());
        more.removeAll(booked.checkIn().datesUntil(booked.checkOut()).toList());
        return !more.isEmpty();
    }

    private JsonNode kept(BookedStay booked, Stay wanted, List<Quoted> quoted) {
        var room = quoted.getFirst();
        var price = wanted.price();
        var sold = new Moved.Sold(
                room.line(),
                StayLines.taxOf(room, quoted),
                wanted.roomType().id(),
                part(wanted),
                wanted.checkIn(),
                wanted.checkOut(),
                room.total().plus(price.taxesHere(wanted.way())).getAmountMinorLong(),
                wanted.way().kind().wire(),
                price);
        return write(moved(booked, wanted, sold));
    }

    private Moved moved(BookedStay booked, Stay wanted, Moved.@Nullable Sold sold) {
        return new Moved(booked.id(), wanted.guests(), wanted.requests(), stays.joined(booked.id()), sold);
    }

    private static String part(Stay stay) {
        var part = stay.subBlock();
        return part == null ? "" : part.key();
    }

    private JsonNode write(Moved moved) {
        return json.read(json.write(moved), JsonNode.class);
    }

    Moved read(JsonNode kept) {
        return json.read(kept.toString(), Moved.class);
    }
}
