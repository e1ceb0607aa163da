package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the pool.
 *
 * @param order on whose page they are
 * @param booking the room with a free bed that they have; null for somebody without a room
 * @param name for whom they share with and for the hotel, once both agreed
 * @param checkIn with {@code checkOut} as they wish it; a room that they have goes by its own dates
 * @param keeps whether their answers are kept after a match, for the case that the other one leaves
 * @param resting matched, with the answers kept
 */
record Seeker(
        UUID id,
        UUID conference,
        UUID order,
        @Nullable UUID booking,
        String name,
        LocalDate checkIn,
        LocalDate checkOut,
        Wishes wishes,
        boolean keeps,
        boolean resting) {}
