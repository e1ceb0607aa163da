package org.plenary.lodging.pool;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.BedType;
import org.plenary.lodging.room.FreeRooms;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;
import org.plenary.registration.BuyersOrders;
import org.springframework.stereotype.Component;

/** What two who agreed without a room see of each other, and the room that they can book. */
@Component
class PairCards {
    private static final int TWO = 2;

    private final Pairing pairing;
    private final FreeRooms freeRooms;
    private final PoolHotels hotels;
    private final BuyersOrders orders;

    PairCards(Pairing pairing, FreeRooms freeRooms, PoolHotels hotels, BuyersOrders orders) {
        this.pairing = pairing;
        this.freeRooms = freeRooms;
        this.hotels = hotels;
        this.orders = orders;
    }

    /**
     * @param step {@code nobody}, {@code mine} or {@code theirs}: who holds a room for both by now
     * @param name of the reader, for the hotel
     * @param room that is free in all nights; null when none is
     */
    record Card(
            Pair pair,
            String step,
            String name,
            String mate,
            String email,
            @Nullable Proposed room) {}

    /** @param value as the choice of rooms calls it */
    record Proposed(String value, String hotel, String type) {}

    private record Room(HotelOnSale hotel, RoomTypeOnSale type) {}

    Optional<Card> of(ConferenceView conference, UUID order, Locale locale) {
        return pairing.of(order).map(pair -> {
            var step = pairing.step(pair, order);
            var mate = pair.mateOf(order);
            return new Card(
                    pair,
                    step.name().toLowerCase(Locale.ROOT),
                    pair.person(order).name(),
                    mate.name(),
                    orders.byId(mate.order()).email(),
                    step == Pairing.Step.NOBODY ? proposed(conference, pair, locale) : null);
        });
    }

    /** In a hotel of the pool rather than in another, with two beds rather than one, and then the cheapest. */
    private @Nullable Proposed proposed(ConferenceView conference, Pair pair, Locale locale) {
        var pooled = hotels.of(conference.id());
        return freeRooms.of(conference).stream()
                .flatMap(hotel -> hotel.roomTypes().stream().map(type -> new Room(hotel, type)))
                .filter(room -> isFree(room.type(), pair))
                .min(Comparator.comparing(
                                (Room room) -> !pooled.contains(room.hotel().id()))
                        .thenComparing(room -> room.type().occupancy())
                        .thenComparing(room -> room.type().features().beds() != BedType.TWIN)
                        .thenComparing(room -> room.type().nightlyRate().getAmountMinorLong()))
                .map(room -> new Proposed(
                        room.hotel().key() + "/" + room.type().key(),
                        room.hotel().name().in(locale),
                        room.type().name().in(locale)))
                .orElse(null);
    }

    private static boolean isFree(RoomTypeOnSale type, Pair pair) {
        if (type.occupancy() < TWO) return false;
        var free = type.nights().stream()
                .filter(night -> night.left() > 0)
                .map(FreeRooms.NightOnSale::date)
                .toList();
        return pair.checkIn().datesUntil(pair.checkOut()).allMatch(free::contains);
    }
}
