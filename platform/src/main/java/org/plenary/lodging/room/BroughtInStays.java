package org.plenary.lodging.room;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.registration.BroughtIn;
import org.plenary.registration.Sellable;
import org.plenary.registration.Sellable.Take;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings in rooms that were booked elsewhere: they take their nights of the block, and are paid at the hotel. */
@Component
public class BroughtInStays {
    private static final PaymentWay AT_THE_HOTEL = new PaymentWay(PaymentWay.Kind.GUARANTEE, 0);

    private final Rooms rooms;
    private final StayLines lines;
    private final BroughtIn orders;
    private final JdbcClient jdbc;

    BroughtInStays(Rooms rooms, StayLines lines, BroughtIn orders, JdbcClient jdbc) {
        this.rooms = rooms;
        this.lines = lines;
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /**
     * One room for some nights, checked: all of them are in the block.
     *
     * @param subBlock that its nights come from; null for the main block
     * @param guests at least one, the first of whom has the order
     * @param confirmation the hotel's own number; empty for none
     */
    public record Booked(
            Hotel hotel,
            RoomType roomType,
            @Nullable SubBlock subBlock,
            LocalDate checkIn,
            LocalDate checkOut,
            List<String> guests,
            String email,
            String confirmation) {
        public Booked {
            guests = List.copyOf(guests);
        }

        /** The key of one of its nights in {@link org.plenary.registration.Stock}. */
        public String stockKey(LocalDate night) {
            return subBlock == null ? roomType.stockKey(night) : subBlock.stockKey(roomType.id(), night);
        }
    }

    /**
     * Writes a confirmed order for each, in the caller's transaction.
     *
     * @throws org.plenary.kernel.Problem.Conflict {@code sold_out_here} when there are too few rooms
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void place(ConferenceView conference, List<Booked> booked, boolean mails) {
        var locale = conference.languages().getFirst();
        var things = new ArrayList<BroughtIn.Thing>();
        var numbers = new HashMap<UUID, String>();
        for (var each : booked) {
            var line = quoted(conference, each, locale);
            if (!each.confirmation().isEmpty()) numbers.put(line.line(), each.confirmation());
            things.add(new BroughtIn.Thing(
                    each.guests().getFirst(), each.email(), conference.venue().country(), locale, rooms, line, mails));
        }
        orders.place(conference, things);
        number(numbers);
    }

    /** At no price: whatever it costs is between the guest and the hotel. */
    private Sellable.Quoted quoted(ConferenceView conference, Booked each, Locale locale) {
        var stay = new Stay(
                each.hotel(),
                each.roomType(),
                each.subBlock(),
                each.checkIn(),
                each.checkOut(),
                each.guests(),
                AT_THE_HOTEL,
                "",
                Map.of());
        var line = lines.of("", stay, locale).getFirst();
        var nothing = Money.zero(conference.currency());
        var takes = stay.nights().stream()
                .map(night -> new Take(stay.stockKey(night), 1, ""))
                .toList();
        return new Sellable.Quoted(
                line.line(), "", line.description(), 1, nothing, nothing, BigDecimal.ZERO, takes, stay);
    }

    private void number(Map<UUID, String> numbers) {
        numbers.forEach(
                (booking, number) -> jdbc.sql("UPDATE room_booking SET acknowledgement = :number WHERE id = :booking")
                        .param("number", number)
                        .param("booking", booking)
                        .update());
    }
}
