package org.plenary.lodging.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;

/**
 * A hotel that holds rooms for a conference.
 *
 * @param key names it in carts; never changes
 * @param agreement that has to be signed before it is told and sold; null for none
 * @param cutOffOn the last day on which its rooms are sold, in the conference's zone; null when they always are
 */
public record Hotel(
        UUID id,
        String key,
        LocalizedText name,
        LocalizedText address,
        List<RoomType> roomTypes,
        @Nullable LocalDate cutOffOn,
        ShoulderNights shoulderNights,
        @Nullable UUID agreement,
        long version) {

    /** How many nights before the first and after the last day of the conference may be in the block. */
    public record ShoulderNights(int before, int after) {}

    public Hotel {
        roomTypes = List.copyOf(roomTypes);
    }

    /** The conference's own cut-off goes before the hotel's, unless the two are decoupled. */
    public boolean isOnSale(Instant now, ConferenceView conference) {
        if (conference.commonCutOff() != null) return !conference.isPastCutOff(now);
        return cutOffOn == null
                || !LocalDate.ofInstant(now, conference.timeZone()).isAfter(cutOffOn);
    }

    /** The last day on which its rooms are sold for this conference; null when they always are. */
    public @Nullable LocalDate lastDay(ConferenceView conference) {
        var common = conference.commonCutOff();
        return common == null ? cutOffOn : common.on();
    }

    public Hotel with(List<RoomType> types) {
        return new Hotel(id, key, name, address, types, cutOffOn, shoulderNights, agreement, version);
    }

    /** How price lists name the rate of one of its room types. */
    public String priceKey(RoomType type) {
        return "room:" + key + "/" + type.key();
    }

    /** @param name its key, or its id as text */
    public Optional<RoomType> roomType(String name) {
        return roomTypes.stream()
                .filter(type -> type.key().equals(name) || type.id().toString().equals(name))
                .findFirst();
    }

    /** @param name its key, or its id as text */
    public boolean isNamed(String name) {
        return key.equals(name) || id.toString().equals(name);
    }
}
