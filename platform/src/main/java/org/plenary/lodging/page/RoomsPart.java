package org.plenary.lodging.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Formats;
import org.plenary.lodging.room.FreeRooms;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.registration.CartPart;
import org.plenary.registration.WaitingList;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rooms on the registration page: each room of an order is one group of fields. */
@Component
class RoomsPart implements CartPart {
    private static final int ORDER = 20;

    private final FreeRooms freeRooms;
    private final WaitingList waitingList;
    private final MessageSource messages;
    private final Formats formats;

    RoomsPart(FreeRooms freeRooms, WaitingList waitingList, MessageSource messages, Formats formats) {
        this.freeRooms = freeRooms;
        this.waitingList = waitingList;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    public String part() {
        return "rooms";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale, MultiValueMap<String, String> parameters) {
        return draw(conference, locale, parameters, Buyers.NOBODY);
    }

    @Override
    public @Nullable Drawn draw(
            ConferenceView conference, Locale locale, MultiValueMap<String, String> parameters, Buyers buyers) {
        var hotels = onSale(conference, buyers);
        if (hotels.isEmpty()) return null;
        var choices = new RoomChoices(
                hotels, waitingList.isOpen(conference.id()), buyers, new RoomWords(messages, formats, locale));
        var rows = new ArrayList<>(RoomRow.sent(parameters));
        if (RoomRow.isAdding(parameters) && rows.size() < RoomRow.MAXIMUM)
            rows.add(choices.first(conference, Objects.requireNonNullElse(parameters.getFirst("contact.name"), "")));
        var fields = new ArrayList<RoomChoices.Fields>();
        for (var i = 0; i < rows.size(); i++) fields.add(choices.fields(i, rows.get(i)));
        var cards = hotels.stream().map(hotel -> HotelCard.of(hotel, locale)).toList();
        return new Drawn(
                "lodging/cart-part",
                "rooms",
                Map.of("hotels", cards, "rooms", fields, "canAdd", rows.size() < RoomRow.MAXIMUM));
    }

    /** A room that is being added now has nothing in it yet: it is no wish before the next time. */
    @Override
    public JsonNode wishes(ConferenceView conference, MultiValueMap<String, String> parameters) {
        var wishes = JsonNodeFactory.instance.arrayNode();
        for (var row : RoomRow.sent(parameters)) {
            var wish = wishes.addObject();
            wish.put("hotel", row.hotel());
            wish.put("room_type", row.roomType());
            if (!row.subBlock().isBlank()) wish.put("sub_block", row.subBlock());
            if (!row.code().isBlank()) wish.put("sub_block_code", row.code());
            if (!row.pay().isBlank()) wish.put("pay", row.pay());
            if (!row.requests().isBlank()) wish.put("requests", row.requests());
            wish.put("check_in", row.checkIn());
            wish.put("check_out", row.checkOut());
            var guests = wish.putArray("guests");
            row.named().forEach(guests::add);
        }
        return wishes;
    }

    /** With those whose main block is closed, but a part of which is not. */
    private List<HotelOnSale> onSale(ConferenceView conference, Buyers buyers) {
        if (buyers.byStaff()) return freeRooms.forStaff(conference);
        return freeRooms.of(conference).stream()
                .filter(hotel -> hotel.onSale() || hotel.subBlocks().stream().anyMatch(FreeRooms.PartOnSale::onSale))
                .toList();
    }
}
