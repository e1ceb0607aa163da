package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.lodging.tour.TourWish.Guest;
import tools.jackson.databind.JsonNode;

/** Reads the tours wished in a cart, and tells everything that is wrong with them. */
final class WishReader {
    private static final Set<String> MEMBERS = Set.of("tour", "quantity", "guests");
    private static final Set<String> OF_A_GUEST = Set.of("name", "kind");
    private static final int MAXIMUM_NAME = 200;

    private final List<Tour> tours;
    private final Violations found;
    private final Set<String> wished = new HashSet<>();

    WishReader(List<Tour> tours, Violations found) {
        this.tours = tours;
        this.found = found;
    }

    /** One element for each wish; null for one with something wrong. */
    List<@Nullable TourWish> read(JsonNode wishes) {
        var all = new ArrayList<@Nullable TourWish>();
        for (var i = 0; i < wishes.size(); i++) all.add(wish("/tours/" + i, wishes.get(i)));
        return all;
    }

    private @Nullable TourWish wish(String pointer, JsonNode wish) {
        if (!wish.isObject()) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return null;
        }
        checkMembers(pointer, wish, MEMBERS);
        var tour = tour(pointer + "/tour", wish.path("tour"));
        var guests = guests(pointer + "/guests", wish.path("guests"));
        var quantity = quantity(pointer + "/quantity", wish.path("quantity"), tour, guests);
        if (tour == null || quantity == null || guests == null || guests.size() > quantity) return null;
        // Whoever is not spoken of is a delegate.
        while (guests.size() < quantity) guests.add(Guest.NAMELESS);
        return new TourWish(tour, guests);
    }

    private void checkMembers(String pointer, JsonNode object, Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> found.add(pointer + "/" + escaped(name), "unknown_member", "There is no such member."));
    }

    /** Null when something is wrong with them. */
    private @Nullable List<Guest> guests(String pointer, JsonNode guests) {
        var all = new ArrayList<Guest>();
        if (guests.isMissingNode() || guests.isNull()) return all;
        if (!guests.isArray() || guests.size() > Places.MOST) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return null;
        }
        var isRight = true;
        for (var i = 0; i < guests.size(); i++) {
            var guest = guest(pointer + "/" + i, guests.get(i));
            if (guest == null) isRight = false;
            else all.add(guest);
        }
        return isRight ? all : null;
    }

    private @Nullable Guest guest(String pointer, JsonNode guest) {
        if (!guest.isObject()) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return null;
        }
        checkMembers(pointer, guest, OF_A_GUEST);
        var name = guest.path("name");
        if (!name.isMissingNode() && !name.isNull() && !name.isString()) {
            found.add(pointer + "/name", "wrong_type", "This has the wrong type or form.");
            return null;
        }
        found.optionalText(pointer + "/name", name.asString(""), MAXIMUM_NAME);
        var kind = guest.path("kind");
        if (kind.isMissingNode() || kind.isNull())
            return new Guest(GuestKind.DELEGATE, name.asString("").strip());
        return kind.isString() && GuestKind.of(kind.stringValue()).isPresent()
                ? new Guest(
                        GuestKind.of(kind.stringValue()).get(),
                        name.asString("").strip())
                : unknown(pointer + "/kind");
    }

    private @Nullable Guest unknown(String pointer) {
        found.add(pointer, "unknown_kind", "A guest is delegate, accompanying or child.");
        return null;
    }

    private @Nullable Tour tour(String pointer, JsonNode key) {
        if (key.isMissingNode()
                || key.isNull()
                || key.isString() && key.stringValue().isBlank()) {
            found.add(pointer, "required", "This is required.");
            return null;
        }
        if (!key.isString()) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return null;
        }
        var name = key.stringValue().strip();
        var tour = tours.stream()
                .filter(each -> each.key().equals(name) || each.id().toString().equals(name))
                .findFirst()
                .orElse(null);
        if (tour == null) found.add(pointer, "unknown_tour", "There is no such tour.");
        else found.check(wished.add(tour.key()), pointer, "duplicate", "This tour is in the cart already.");
        return tour;
    }

    /** How many there are; as many as guests when it is not said. */
    private @Nullable Integer quantity(
            String pointer, JsonNode quantity, @Nullable Tour tour, @Nullable List<Guest> guests) {
        if (quantity.isMissingNode() || quantity.isNull()) {
            if (guests != null && !guests.isEmpty()) return inRange(pointer, guests.size(), tour);
            found.add(pointer, "required", "This is required.");
            return null;
        }
        if (!quantity.isIntegralNumber()) {
            found.add(pointer, "number", "This is not a whole number.");
            return null;
        }
        var read = inRange(pointer, quantity.canConvertToInt() ? quantity.intValue() : Integer.MAX_VALUE, tour);
        if (read == null || guests == null || read >= guests.size()) return read;
        found.add(pointer, "fewer_than_guests", "There are more guests than places.");
        return null;
    }

    private @Nullable Integer inRange(String pointer, int quantity, @Nullable Tour tour) {
        var most = tour == null ? Places.MOST : tour.mostPerOrder();
        if (quantity >= 1 && quantity <= most) return quantity;
        found.add(pointer, "number_range", "From 1 to " + most + ".", Map.of("least", 1, "most", most));
        return null;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
