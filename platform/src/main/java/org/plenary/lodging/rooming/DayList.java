package org.plenary.lodging.rooming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a hotel's reception works through on a day. */
enum DayList {
    ARRIVALS("b.check_in = :day AND b.stay <> 'no_show'"),
    /** Who stays over this night, ticked or, after the first night, not told otherwise. */
    IN_HOUSE("""
            b.check_out > :day AND (b.stay = 'in_house' AND b.check_in <= :day OR b.stay = 'expected' AND b.check_in < :day)"""),
    DEPARTURES("b.check_out = :day AND b.stay <> 'no_show'"),
    LATE("b.check_out = :day AND b.late IS NOT NULL"),
    NO_SHOWS("b.check_in <= :day AND b.check_out >= :day AND b.stay = 'no_show'");

    private final String condition;

    DayList(String condition) {
        this.condition = condition;
    }

    /** Over {@code room_booking b} and the parameter {@code day}. */
    String condition() {
        return condition;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DayList> of(String wire) {
        return Arrays.stream(values()).filter(list -> list.wire().equals(wire)).findFirst();
    }
}
