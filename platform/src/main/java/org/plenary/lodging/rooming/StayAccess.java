package org.plenary.lodging.rooming;

import java.util.List;
import java.util.Map;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.springframework.stereotype.Component;

/** Notes who saw whose stays, for staff and for people of hotels alike; before they are shown. */
@Component
record StayAccess(AccessLog log) {
    void shown(HotelDesk desk, List<HotelStay> stays) {
        note(desk, Way.PAGE, stays);
    }

    void taken(HotelDesk desk, List<HotelStay> stays) {
        note(desk, Way.EXPORT, stays);
    }

    private void note(HotelDesk desk, Way way, List<HotelStay> stays) {
        note(desk, way, people(stays));
    }

    static long people(List<HotelStay> stays) {
        return stays.stream().mapToLong(stay -> stay.guests().size()).sum();
    }

    void taken(HotelDesk desk, long people) {
        note(desk, Way.EXPORT, people);
    }

    private void note(HotelDesk desk, Way way, long people) {
        log.record(Seen.list(
                desk.conference().id(),
                way,
                "rooming-list",
                people,
                Map.of("hotel", desk.hotel().key())));
    }
}
