package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A hotel as the organizer writes it.
 *
 * @param key null for one made from the name
 * @param shoulderNights null for as many as the nights need
 * @param agreement with the hotel, which it needs before it is told and sold; null for none
 */
public record HotelInput(
        @Nullable String key,
        @Nullable LocalizedText name,
        @Nullable LocalizedText address,
        @Nullable List<@Nullable RoomTypeInput> roomTypes,
        @Nullable LocalDate cutOffOn,
        @Nullable ShoulderInput shoulderNights,
        @Nullable UUID agreement) {

    public HotelInput withAgreement(UUID other) {
        return new HotelInput(key, name, address, roomTypes, cutOffOn, shoulderNights, other);
    }

    public record RoomTypeInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            @Nullable Integer occupancy,
            @Nullable Money nightlyRate,
            @Nullable List<@Nullable NightInput> nights) {}

    public record NightInput(
            @Nullable LocalDate date, @Nullable Integer rooms) {}

    public record ShoulderInput(
            @Nullable Integer before, @Nullable Integer after) {}
}
