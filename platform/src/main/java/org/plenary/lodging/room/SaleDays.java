package org.plenary.lodging.room;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.springframework.stereotype.Component;

/** Until when delegates book, and change what they booked. */
@Component
class SaleDays {
    private final Clock clock;

    SaleDays(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws Problem.Conflict {@code cut_off_passed} or {@code not_open_yet}, naming the wishes {@code /rooms/0}, {@code /rooms/1} and so on
     */
    void require(ConferenceView conference, List<Stay> stays) {
        var now = clock.instant();
        var closed = new ArrayList<Violation>();
        var coming = new ArrayList<Violation>();
        for (var i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            var hotel = stay.hotel();
            var part = stay.subBlock();
            var at = "/rooms/" + i + "/hotel";
            if (!hotel.isOpen(now, conference))
                coming.add(new Violation(at, "not_open_yet", "This hotel cannot be booked here yet."));
            else if (part == null ? !hotel.isOnSale(now, conference) : !hotel.isOnSale(part, now, conference))
                closed.add(new Violation(at, "cut_off_passed", "This hotel takes no more bookings here."));
        }
        if (!closed.isEmpty())
            throw new Problem.Conflict("cut_off_passed", "The cut-off date of the hotel block has passed.", closed);
        if (!coming.isEmpty())
            throw new Problem.Conflict("not_open_yet", "The hotel block cannot be booked yet.", coming);
    }

    boolean mayChange(ConferenceView conference, BookedStay booked) {
        return booked.mayBeChanged(LocalDate.ofInstant(clock.instant(), conference.timeZone()));
    }
}
