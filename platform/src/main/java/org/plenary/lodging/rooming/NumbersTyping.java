package org.plenary.lodging.rooming;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Violations;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.rooming.HotelNumbers.Given;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Takes the numbers that somebody typed into a page of stays. */
@Component
class NumbersTyping {
    private final HotelStays stays;
    private final HotelNumbers numbers;
    private final AuditTrail audit;

    NumbersTyping(HotelStays stays, HotelNumbers numbers, AuditTrail audit) {
        this.stays = stays;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * Writes what differs from what the page showed, so that a number given by somebody else meanwhile stays.
     *
     * @param typed {@code number.<stay>} and {@code room.<stay>}, with what the page showed as {@code was-number.<stay>} and
     *     {@code was-room.<stay>}
     * @return how many stays got another number
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /number.<stay>} or {@code /room.<stay>}; nothing is written then
     */
    @Transactional
    public int take(HotelDesk desk, MultiValueMap<String, String> typed) {
        var found = new Violations();
        var given = new ArrayList<Given>();
        for (var stay : stays.all(desk.hotel())) {
            var number = changed(typed, "number." + stay.id(), stay.acknowledgement());
            var room = changed(typed, "room." + stay.id(), stay.roomNumber());
            var wanted = new Given(stay.id(), number, room);
            if (wanted.equals(Given.of(stay))) continue;
            wanted.check(found);
            given.add(wanted);
        }
        found.throwIfAny();
        numbers.write(desk.hotel().id(), given);
        if (!given.isEmpty())
            audit.record(
                    "hotel-numbers.typed",
                    desk.hotel().key(),
                    Map.of("conference", desk.conference().slug(), "stays", given.size()));
        return given.size();
    }

    private static String changed(MultiValueMap<String, String> typed, String name, String now) {
        var value = typed.getFirst(name);
        var shown = Objects.requireNonNullElse(typed.getFirst("was-" + name), "");
        return value == null || value.strip().equals(shown) ? now : value.strip();
    }
}
