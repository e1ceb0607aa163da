package org.plenary.lodging.room;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.registration.PriceList;
import org.plenary.registration.Sellable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Sells the rooms of the hotel blocks, night by night. */
@Component
@Order(20)
class Rooms implements Sellable {
    private static final int ALL = 100;

    private final Hotels hotels;
    private final Bookings bookings;
    private final FreeRooms freeRooms;
    private final Selling selling;
    private final SaleDays days;

    Rooms(Hotels hotels, Bookings bookings, FreeRooms freeRooms, Selling selling, SaleDays days) {
        this.hotels = hotels;
        this.bookings = bookings;
        this.freeRooms = freeRooms;
        this.selling = selling;
        this.days = days;
    }

    /** Stays in words and prices, new ones and others in their place. */
    @Component
    record Selling(StayLines lines, Exchanges exchanges, KeptRooms kept) {}

    @Override
    public String part() {
        return "rooms";
    }

    /**
     * @throws Problem.Conflict {@code not_published}, {@code not_open_yet} or {@code cut_off_passed} when a hotel does not sell its block
     *     yet, or no longer
     */
    @Override
    @Transactional(readOnly = true)
    public List<Quoted> quote(Buying buying, JsonNode wishes) {
        var found = new Violations();
        var all = hotels.all(buying.conference().id());
        var wished = new WishReader(all, buying.fees(), buying.byStaff(), found).read(wishes);
        found.throwIfAny();
        var stays = inCurrency(wished, buying.prices(), found);
        found.throwIfAny();
        if (!stays.isEmpty()) requireTold(buying.conference(), stays);
        if (!buying.byStaff()) days.require(buying.conference(), stays);
        var quoted = new ArrayList<Quoted>();
        for (var i = 0; i < stays.size(); i++)
            quoted.addAll(selling.lines().of("/rooms/" + i, stays.get(i), buying.locale()));
        return quoted;
    }

    @Override
    @Transactional(readOnly = true)
    public List<JsonNode> alternatives(ConferenceView conference, Set<String> fees, JsonNode wishes) {
        return selling.kept().instead(hotels.all(conference.id()), conference, fees, wishes);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<JsonNode> fallBack(ConferenceView conference, Set<String> fees, JsonNode wishes) {
        return KeptRooms.fallBack(freeRooms.of(conference), fees, wishes);
    }

    @Override
    public void reserve(UUID order, List<Quoted> quoted) {
        for (var line : quoted)
            if (line.wish() instanceof Stay stay) bookings.hold(order, line, stay, StayLines.taxOf(line, quoted));
    }

    @Override
    public void confirm(UUID order) {
        bookings.confirm(order);
        bookings.number(order);
    }

    @Override
    public void release(UUID order) {
        bookings.release(order);
    }

    @Override
    public void release(UUID order, Collection<UUID> lines) {
        bookings.release(order, lines);
    }

    @Override
    public Map<UUID, UUID> companions(UUID order) {
        return bookings.taxLines(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Integer> refundPercents(ConferenceView conference, UUID order, LocalDate today) {
        var byId = new HashMap<UUID, Hotel>();
        hotels.all(conference.id()).forEach(hotel -> byId.put(hotel.id(), hotel));
        var percents = new HashMap<UUID, Integer>();
        for (var booked : bookings.of(order)) {
            var hotel = byId.get(booked.hotel());
            if (hotel == null) continue;
            hotel.terms()
                    .refundPercent(today, booked.checkIn())
                    .ifPresent(percent -> percents.put(booked.line(), percent));
            // Nobody owes the tax of a stay that is not.
            if (booked.taxLine() != null) percents.put(booked.taxLine(), today.isAfter(booked.checkIn()) ? 0 : ALL);
        }
        for (var part : bookings.partsOf(order)) {
            var hotel = byId.get(part.hotel());
            // The bed of who leaves costs as much as before: nothing goes back while the room is booked.
            if (part.isBooked()) percents.put(part.line(), 0);
            else if (part.isTax()) percents.put(part.line(), today.isAfter(part.checkIn()) ? 0 : ALL);
            else if (hotel != null)
                hotel.terms()
                        .refundPercent(today, part.checkIn())
                        .ifPresent(percent -> percents.put(part.line(), percent));
        }
        return percents;
    }

    @Override
    public Optional<Exchange> exchange(Buying buying, UUID order, UUID line, JsonNode wish) {
        return selling.exchanges().of(buying, order, line, wish);
    }

    @Override
    public void exchanged(UUID order, JsonNode kept) {
        bookings.replace(order, selling.exchanges().read(kept));
    }

    @Override
    public List<Used> used() {
        return bookings.used();
    }

    @Override
    public Object availability(ConferenceView conference, Locale locale) {
        return freeRooms.published(conference);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> names(ConferenceView conference, Collection<String> keys, Locale locale) {
        var names = new HashMap<String, String>();
        for (var hotel : hotels.all(conference.id()))
            for (var type : hotel.roomTypes())
                for (var key : keys)
                    if (type.hasNight(key)) names.put(key, selling.lines().night(hotel, type, key, locale));
        return names;
    }

    private static List<Stay> inCurrency(List<@Nullable Stay> wished, PriceList prices, Violations found) {
        var stays = new ArrayList<Stay>();
        for (var i = 0; i < wished.size(); i++) {
            var sold = Objects.requireNonNull(wished.get(i)).in(prices);
            if (sold.isEmpty())
                found.add("/rooms/" + i, "not_in_currency", "This is not offered in " + prices.currency() + ".");
            sold.ifPresent(stays::add);
        }
        return stays;
    }

    private void requireTold(ConferenceView conference, List<Stay> stays) {
        var told = freeRooms.told(conference);
        var hidden = new ArrayList<Violation>();
        for (var i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            if (!told.test(stay.hotel()))
                hidden.add(new Violation(
                        "/rooms/" + i + "/hotel", "not_published", "This cannot be booked yet: it is not published."));
        }
        if (!hidden.isEmpty()) throw new Problem.Conflict("not_published", "This hotel cannot be booked yet.", hidden);
    }
}
