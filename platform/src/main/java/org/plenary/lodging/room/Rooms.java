package org.plenary.lodging.room;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.registration.Sellable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Sells the rooms of the hotel blocks, night by night. */
@Component
@Order(20)
class Rooms implements Sellable {
    private final Hotels hotels;
    private final Bookings bookings;
    private final FreeRooms freeRooms;
    private final MessageSource messages;
    private final Clock clock;

    Rooms(Hotels hotels, Bookings bookings, FreeRooms freeRooms, MessageSource messages, Clock clock) {
        this.hotels = hotels;
        this.bookings = bookings;
        this.freeRooms = freeRooms;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "rooms";
    }

    /** @throws Problem.Conflict {@code not_published} or {@code cut_off_passed} when a hotel does not sell its block yet, or no longer */
    @Override
    @Transactional(readOnly = true)
    public List<Quoted> quote(ConferenceView conference, JsonNode wishes, Locale locale) {
        var found = new Violations();
        var stays = new WishReader(hotels.all(conference.id()), found).read(wishes);
        found.throwIfAny();
        if (!stays.isEmpty()) requireTold(conference, stays);
        requireOnSale(conference, stays);
        var quoted = new ArrayList<Quoted>();
        for (var i = 0; i < stays.size(); i++)
            quoted.add(quoted("/rooms/" + i, Objects.requireNonNull(stays.get(i)), locale));
        return quoted;
    }

    @Override
    public void reserve(UUID order, List<Quoted> quoted) {
        quoted.forEach(line -> bookings.hold(order, line, (Stay) line.wish()));
    }

    @Override
    public void confirm(UUID order) {
        bookings.confirm(order);
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
    public List<Used> used() {
        return bookings.used();
    }

    @Override
    public Object availability(ConferenceView conference, Locale locale) {
        return freeRooms.of(conference);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> names(ConferenceView conference, Collection<String> keys, Locale locale) {
        var names = new HashMap<String, String>();
        for (var hotel : hotels.all(conference.id()))
            for (var type : hotel.roomTypes())
                for (var key : keys)
                    if (key.startsWith(RoomType.stockPrefix(type.id()))) names.put(key, name(hotel, type, key, locale));
        return names;
    }

    /** {@code Grand Hotel, double room, 14 May 2027}. */
    private String name(Hotel hotel, RoomType type, String key, Locale locale) {
        var night =
                LocalDate.parse(key.substring(RoomType.stockPrefix(type.id()).length()));
        return messages.getMessage(
                "lodging.line.night",
                new Object[] {
                    hotel.name().in(locale),
                    type.name().in(locale),
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .localizedBy(locale)
                            .format(night)
                },
                locale);
    }

    private void requireTold(ConferenceView conference, List<@Nullable Stay> stays) {
        var told = freeRooms.told(conference);
        var hidden = new ArrayList<Violation>();
        for (var i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            if (stay != null && !told.test(stay.hotel()))
                hidden.add(new Violation(
                        "/rooms/" + i + "/hotel", "not_published", "This cannot be booked yet: it is not published."));
        }
        if (!hidden.isEmpty()) throw new Problem.Conflict("not_published", "This hotel cannot be booked yet.", hidden);
    }

    private void requireOnSale(ConferenceView conference, List<@Nullable Stay> stays) {
        var now = clock.instant();
        var closed = new ArrayList<Violation>();
        for (var i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            if (stay != null && !stay.hotel().isOnSale(now, conference))
                closed.add(new Violation(
                        "/rooms/" + i + "/hotel", "cut_off_passed", "This hotel takes no more bookings here."));
        }
        if (!closed.isEmpty())
            throw new Problem.Conflict("cut_off_passed", "The cut-off date of the hotel block has passed.", closed);
    }

    private Quoted quoted(String pointer, Stay stay, Locale locale) {
        var takes = stay.nights().stream()
                .map(night -> new Take(stay.roomType().stockKey(night), 1, pointer + "/check_in"))
                .toList();
        return new Quoted(
                Ids.next(),
                pointer,
                description(stay, locale),
                stay.nightCount(),
                stay.roomType().nightlyRate(),
                stay.total(),
                BigDecimal.ZERO,
                takes,
                stay,
                stay.hotel().priceKey(stay.roomType()));
    }

    /** {@code Grand Hotel, double room, 3 nights, 14–17 May 2027}. */
    private String description(Stay stay, Locale locale) {
        var arguments = new Object[] {
            stay.hotel().name().in(locale),
            stay.roomType().name().in(locale),
            stay.nightCount(),
            StayDates.of(stay.checkIn(), stay.checkOut(), locale)
        };
        return messages.getMessage("lodging.line.description", arguments, locale);
    }
}
