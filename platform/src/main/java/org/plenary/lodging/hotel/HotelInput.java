package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A hotel as the organizer writes it. What is null below {@code cut_off_on} stays as it was, so that whoever knows nothing of it
 * loses nothing.
 *
 * @param key null for one made from the name
 * @param shoulderNights null for as many as the nights need
 * @param terms null for those it had
 * @param subBlocks null for those it had
 * @param agreement with the hotel, which it needs before it is told and sold; {@link #NO_AGREEMENT} for none, null for the one it had
 */
public record HotelInput(
        @Nullable String key,
        @Nullable LocalizedText name,
        @Nullable LocalizedText address,
        @Nullable List<@Nullable RoomTypeInput> roomTypes,
        @Nullable LocalDate cutOffOn,
        @Nullable ShoulderInput shoulderNights,
        @Nullable TermsInput terms,
        @Nullable List<@Nullable SubBlockInput> subBlocks,
        @Nullable UUID agreement) {
    /** Takes the agreement away that a hotel had. */
    public static final UUID NO_AGREEMENT = new UUID(0, 0);

    public HotelInput withAgreement(UUID other) {
        return new HotelInput(key, name, address, roomTypes, cutOffOn, shoulderNights, terms, subBlocks, other);
    }

    public HotelInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            @Nullable LocalizedText address,
            @Nullable List<@Nullable RoomTypeInput> roomTypes,
            @Nullable LocalDate cutOffOn,
            @Nullable ShoulderInput shoulderNights) {
        this(key, name, address, roomTypes, cutOffOn, shoulderNights, null, null, null);
    }

    /** A hotel as it stands, to change a part of it. */
    public static HotelInput of(Hotel hotel) {
        var types = new ArrayList<@Nullable RoomTypeInput>();
        hotel.roomTypes().forEach(type -> types.add(RoomTypeInput.of(type)));
        return new HotelInput(
                null,
                hotel.name(),
                hotel.address(),
                types,
                hotel.cutOffOn(),
                new ShoulderInput(
                        hotel.shoulderNights().before(), hotel.shoulderNights().after()));
    }

    public HotelInput with(TermsInput others) {
        return new HotelInput(key, name, address, roomTypes, cutOffOn, shoulderNights, others, subBlocks, agreement);
    }

    public HotelInput withSubBlocks(List<@Nullable SubBlockInput> others) {
        return new HotelInput(key, name, address, roomTypes, cutOffOn, shoulderNights, terms, others, agreement);
    }

    public HotelInput withRoomTypes(List<@Nullable RoomTypeInput> others) {
        return new HotelInput(key, name, address, others, cutOffOn, shoulderNights, terms, subBlocks, agreement);
    }

    /** @param features null for those it had @param guestRates null for those it had */
    public record RoomTypeInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            @Nullable Integer occupancy,
            @Nullable Money nightlyRate,
            @Nullable List<@Nullable NightInput> nights,
            RoomType.@Nullable Features features,
            @Nullable List<@Nullable GuestRateInput> guestRates) {
        public RoomTypeInput(
                @Nullable String key,
                @Nullable LocalizedText name,
                @Nullable Integer occupancy,
                @Nullable Money nightlyRate,
                @Nullable List<@Nullable NightInput> nights) {
            this(key, name, occupancy, nightlyRate, nights, null, null);
        }

        static RoomTypeInput of(RoomType type) {
            var nights = new ArrayList<@Nullable NightInput>();
            type.nights().forEach(night -> nights.add(new NightInput(night.date(), night.rooms(), night.rate())));
            return new RoomTypeInput(type.key(), type.name(), type.occupancy(), type.nightlyRate(), nights);
        }
    }

    /** @param rate null for the one it had; the room type's own rate takes it away */
    public record NightInput(
            @Nullable LocalDate date,
            @Nullable Integer rooms,
            @Nullable Money rate) {
        public NightInput(@Nullable LocalDate date, @Nullable Integer rooms) {
            this(date, rooms, null);
        }
    }

    public record GuestRateInput(
            @Nullable Integer guests, @Nullable Money rate) {}

    public record ShoulderInput(
            @Nullable Integer before, @Nullable Integer after) {}
}
