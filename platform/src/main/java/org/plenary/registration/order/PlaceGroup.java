package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order of a group: places for people whose names come later.
 *
 * @param organization that the people belong to; the invoice names it
 * @param code opens fees that require one
 * @param locale language tag of the mails and documents; null for the conference's main language
 * @param rooms as in {@link PlaceOrder}; the organization stands for guests whose names are not known yet
 * @param tours as in {@link PlaceOrder}
 * @param donation as in {@link PlaceOrder}
 * @param payBy as in {@link PlaceOrder}
 */
public record PlaceGroup(
        @Nullable Contact contact,
        @Nullable String organization,
        List<Wish> places,
        @Nullable String code,
        @Nullable String locale,
        @Nullable JsonNode rooms,
        @Nullable JsonNode tours,
        @Nullable Money donation,
        @Nullable String payBy) {
    private static final int MAXIMUM_WISHES = 100;
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_CODE = 200;

    public PlaceGroup {
        places = Json.isMissing(places) ? List.of() : List.copyOf(places);
    }

    /** @param parts the sellers' wishes by their names, as in {@link PlaceOrder} */
    public PlaceGroup(
            @Nullable Contact contact,
            @Nullable String organization,
            List<Wish> places,
            @Nullable String code,
            @Nullable String locale,
            Map<String, JsonNode> parts,
            @Nullable Money donation,
            @Nullable String payBy) {
        this(contact, organization, places, code, locale, parts.get("rooms"), parts.get("tours"), donation, payBy);
    }

    /** @param quantity null or zero for none */
    public record Wish(@Nullable String fee, @Nullable Integer quantity) {
        int count() {
            return quantity == null ? 0 : quantity;
        }
    }

    /** @param most places of one order; @return whether the wishes can be priced */
    boolean check(int most, Violations found) {
        found.required("/contact", contact);
        if (contact != null) contact.check(found);
        found.text("/organization", organization, MAXIMUM_NAME);
        found.optionalText("/code", code, MAXIMUM_CODE);
        found.check(places.size() <= MAXIMUM_WISHES, "/places", "too_many", "At most 100 wishes.");
        var isCountable = places.size() <= MAXIMUM_WISHES;
        for (var i = 0; i < places.size() && isCountable; i++) {
            var count = places.get(i).count();
            if (count >= 0 && count <= most) continue;
            found.add("/places/" + i + "/quantity", "group_size", "From 0 to " + most + ".", Map.of("maximum", most));
            isCountable = false;
        }
        if (!isCountable) return false;
        var sum = places.stream().mapToInt(Wish::count).sum();
        found.check(sum > 0, "/places", "group_empty", "There is no place in this order.");
        if (sum > most)
            found.add("/places", "group_too_large", "At most " + most + " places at once.", Map.of("maximum", most));
        return sum <= most;
    }

    /** As prices see it: one wish for each place. */
    PlaceOrder cart() {
        var wishes = new ArrayList<PlaceOrder.DelegateWish>();
        for (var place : places)
            for (var i = 0; i < place.count(); i++)
                wishes.add(new PlaceOrder.DelegateWish(place.fee(), Map.of(), null));
        return new PlaceOrder(
                contact, wishes, roomsWithGuests(), tours, code, locale, donation, null, null, null, null);
    }

    private @Nullable JsonNode roomsWithGuests() {
        if (rooms == null || !rooms.isArray()) return rooms;
        var named = rooms.deepCopy();
        for (var room : named)
            if (room instanceof ObjectNode wish && wish.path("guests").isEmpty() && isNotText(wish.path("guests")))
                wish.putArray("guests").add(organization == null ? "" : organization.strip());
        return named;
    }

    /** A text where a list belongs is told to whoever sent it. */
    private static boolean isNotText(JsonNode guests) {
        return guests.isMissingNode() || guests.isNull() || guests.isArray();
    }
}
