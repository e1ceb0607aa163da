package org.plenary.lodging.mate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.lodging.room.StayPart;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The beds of a room that are free, under the room on the buyer's page of an order. */
@Component
class RoomsOfOrder implements StayPart {
    private static final int ORDER = 20;

    private final MateRows rows;
    private final Sharing sharing;

    RoomsOfOrder(MateRows rows, Sharing sharing) {
        this.rows = rows;
        this.sharing = sharing;
    }

    /** @param asked who has not answered yet @param joined who came by invitation, and may be taken out again */
    record Shown(
            Room room,
            String hotel,
            String type,
            boolean isOpen,
            boolean invites,
            List<Mate> asked,
            List<Mate> joined) {
        /** A line for each bed that nobody has by invitation, with the name that was given for it; templates call it. */
        public List<String> named() {
            var names = new ArrayList<>(room.guests());
            joined.forEach(mate -> names.remove(mate.name()));
            while (names.size() + joined.size() < room.occupancy()) names.add("");
            return names;
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, CartPart.Drawn> draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var drawn = new HashMap<UUID, CartPart.Drawn>();
        for (var shown : of(conference, order, locale))
            drawn.put(
                    shown.room().id(),
                    new CartPart.Drawn(
                            "lodging/room-mates-part",
                            "part",
                            Map.of("shown", shown, "slug", conference.slug(), "code", order.code(), "secret", secret)));
        return drawn;
    }

    /** @throws Problem.NotFound when the order has no such room that is paid */
    @Transactional(readOnly = true)
    public Shown one(ConferenceView conference, Opened order, UUID room, Locale locale) {
        return of(conference, order, locale).stream()
                .filter(shown -> shown.room().id().equals(room))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This room"));
    }

    private List<Shown> of(ConferenceView conference, Opened order, Locale locale) {
        var rooms = rows.roomsOf(order.id()).stream().filter(Room::confirmed).toList();
        var mates = rows.matesOf(rooms.stream().map(Room::id).toList());
        return rooms.stream()
                .map(room -> new Shown(
                        room,
                        room.hotel().in(locale),
                        room.type().in(locale),
                        sharing.takesMates(conference, room),
                        sharing.takesMates(conference, room) && room.freeBeds() > 0,
                        of(mates, room, Mate.Status.INVITED),
                        of(mates, room, Mate.Status.JOINED)))
                .toList();
    }

    private static List<Mate> of(List<Mate> mates, Room room, Mate.Status status) {
        return mates.stream()
                .filter(mate -> mate.room().equals(room.id()) && mate.status() == status)
                .toList();
    }
}
