package org.plenary.lodging.rooming;

import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that a hotel gives: of its own bookings, and of rooms. */
@Component
class HotelNumbers {
    static final int LONGEST = 50;

    private final JdbcClient jdbc;

    HotelNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param acknowledgement empty for none @param room empty for none */
    record Given(UUID stay, String acknowledgement, String room) {
        static Given of(HotelStay stay) {
            return new Given(stay.id(), stay.acknowledgement(), stay.roomNumber());
        }

        /** Adds what is wrong at {@code /number.<stay>} and {@code /room.<stay>}. */
        void check(Violations found) {
            found.optionalText("/number." + stay, acknowledgement, LONGEST)
                    .optionalText("/room." + stay, room, LONGEST);
        }
    }

    /** All at once, however many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(UUID hotel, List<Given> given) {
        if (given.isEmpty()) return;
        jdbc.sql("""
                UPDATE room_booking b SET acknowledgement = nullif(n.acknowledgement, ''), room_number = nullif(n.room, '')
                FROM unnest(:ids, :acknowledgements, :rooms) AS n (id, acknowledgement, room)
                WHERE b.id = n.id AND b.hotel_id = :hotel AND b.status = 'confirmed'""")
                .param("ids", array("uuid", given.stream().map(Given::stay).toArray()))
                .param(
                        "acknowledgements",
                        array("text", given.stream().map(Given::acknowledgement).toArray()))
                .param("rooms", array("text", given.stream().map(Given::room).toArray()))
                .param("hotel", hotel)
                .update();
    }

    private static SqlArrayValue array(String type, Object[] values) {
        return new SqlArrayValue(type, values);
    }
}
