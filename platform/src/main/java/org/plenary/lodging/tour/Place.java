package org.plenary.lodging.tour;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place on a tour, with the voucher for it.
 *
 * @param number in its booking, from 1
 * @param code of the voucher
 * @param name of whoever comes; empty while nobody has said it
 * @param phone empty when nobody was asked; {@code diet} too
 * @param orderCode what people call the order
 * @param status of the booking: {@code held}, {@code confirmed} or {@code released}
 * @param boardedAt null for not yet
 */
record Place(
        UUID booking,
        int number,
        UUID tour,
        String code,
        GuestKind kind,
        String name,
        String phone,
        String diet,
        UUID order,
        String orderCode,
        String buyer,
        String status,
        @Nullable Instant boardedAt) {
    boolean isConfirmed() {
        return status.equals("confirmed");
    }

    public boolean isBoarded() {
        return boardedAt != null;
    }

    Place of(String who, String theirPhone, String theirDiet) {
        return new Place(
                booking,
                number,
                tour,
                code,
                kind,
                who,
                theirPhone,
                theirDiet,
                order,
                orderCode,
                buyer,
                status,
                boardedAt);
    }
}
