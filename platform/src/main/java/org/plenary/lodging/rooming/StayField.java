package org.plenary.lodging.rooming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a hotel must be told when it becomes another; its own numbers and ticks it knows itself. */
enum StayField {
    GUESTS(HotelStay::guests),
    CHECK_IN(HotelStay::checkIn),
    CHECK_OUT(HotelStay::checkOut),
    ROOM_TYPE(HotelStay::roomType),
    SUB_BLOCK(HotelStay::subBlock),
    REQUESTS(HotelStay::requests),
    WAY(HotelStay::way),
    AT_HOTEL(HotelStay::atHotel);

    private final Function<HotelStay, Object> value;

    StayField(Function<HotelStay, Object> value) {
        this.value = value;
    }

    static List<StayField> differing(HotelStay before, HotelStay now) {
        return Arrays.stream(values())
                .filter(field -> !field.value.apply(before).equals(field.value.apply(now)))
                .toList();
    }

    /** As message keys name it. */
    String dashed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
