package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two from the pool who agreed to share a room that neither of them had.
 *
 * @param checkIn with {@code checkOut} the nights that both are there
 * @param mate in the room that one of them booked by now; null while nobody has
 */
record Pair(
        UUID id,
        UUID conference,
        Person one,
        Person other,
        LocalDate checkIn,
        LocalDate checkOut,
        @Nullable UUID mate) {
    /** @param order on whose page they agreed @param name for the hotel */
    record Person(UUID order, String name) {}

    /** Of those who want to share the nights that both wished. */
    static Pair of(UUID id, Seeker one, Seeker other) {
        return new Pair(
                id,
                one.conference(),
                new Person(one.order(), one.name()),
                new Person(other.order(), other.name()),
                one.checkIn().isAfter(other.checkIn()) ? one.checkIn() : other.checkIn(),
                one.checkOut().isBefore(other.checkOut()) ? one.checkOut() : other.checkOut(),
                null);
    }

    boolean isOpen() {
        return mate == null;
    }

    Person person(UUID order) {
        return one.order().equals(order) ? one : other;
    }

    Person mateOf(UUID order) {
        return one.order().equals(order) ? other : one;
    }
}
