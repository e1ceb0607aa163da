package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The places on a tour that a cart asks for, checked. */
record TourWish(Tour tour, List<Guest> guests) {
    TourWish {
        guests = List.copyOf(guests);
    }

    /** @param name empty while nobody has said it */
    record Guest(GuestKind kind, String name) {
        static final Guest NAMELESS = new Guest(GuestKind.DELEGATE, "");
    }

    /** One for each kind that comes. */
    List<Places> byKind() {
        var all = new ArrayList<Places>();
        Stream.of(GuestKind.values()).forEach(kind -> {
            var names = guests.stream()
                    .filter(guest -> guest.kind() == kind)
                    .map(Guest::name)
                    .toList();
            if (!names.isEmpty()) all.add(new Places(tour, kind, names));
        });
        return all;
    }
}
