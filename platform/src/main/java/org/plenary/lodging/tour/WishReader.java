package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/** Reads the tours wished in a cart, and tells everything that is wrong with them. */
final class WishReader {
    private static final Set<String> MEMBERS = Set.of("tour", "quantity");

    private final List<Tour> tours;
    private final Violations found;
    private final Set<String> wished = new HashSet<>();

    WishReader(List<Tour> tours, Violations found) {
        this.tours = tours;
        this.found = found;
    }

    /** One element for each wish; null for one with something wrong. */
    List<@Nullable Places> read(JsonNode wishes) {
        var all = new ArrayList<@Nullable Places>();
        for (var i = 0; i < wishes.size(); i++) all.add(places("/tours/" + i, wishes.get(i)));
        return all;
    }

    private @Nullable Places places(String pointer, JsonNode wish) {
        if (!wish.isObject()) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return null;
        }
        wish.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(
                        name -> found.add(pointer + "/" + escaped(name), "unknown_member", "There is no such member."));
        var tour = tour(pointer + "/tour", wish.path("tour"));
        var quantity = quantity(pointer + "/quantity", wish.path("quantity"));
        return tour == null || quantity == null ? null : new Places(tour, quantity);
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

    private @Nullable Integer quantity(String pointer, JsonNode quantity) {
        if (quantity.isMissingNode() || quantity.isNull()) {
            found.add(pointer, "required", "This is required.");
            return null;
        }
        if (!quantity.isIntegralNumber()) {
            found.add(pointer, "number", "This is not a whole number.");
            return null;
        }
        if (quantity.canConvertToInt() && quantity.intValue() >= 1 && quantity.intValue() <= Places.MOST)
            return quantity.intValue();
        found.add(pointer, "number_range", "From 1 to " + Places.MOST + ".", Map.of("least", 1, "most", Places.MOST));
        return null;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
