package org.plenary.lodging.rooming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.lodging.rooming.HotelNumbers.Given;

/** Finds the stays that the rows of a hotel's file are about, and what is wrong with them, before anything is written. */
final class NumberChecking {
    private final NumberMapping mapping;
    private final List<HotelStay> stays;
    private final Map<String, HotelStay> byId = new HashMap<>();
    private final Map<UUID, Integer> rowOfStay = new HashMap<>();
    private final List<Given> good = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private int unchanged;

    private NumberChecking(NumberMapping mapping, List<HotelStay> stays) {
        this.mapping = mapping;
        this.stays = stays;
        stays.forEach(stay -> byId.put(stay.id().toString(), stay));
    }

    /** @param row as the spreadsheet numbers it, the header being 1 @param target which column is wrong */
    record Bad(int row, String target, String value, Violation violation) {}

    /** @param good what differs from what is known @param unchanged how many rows say what is known already */
    record Checked(List<Given> good, List<Bad> bad, int unchanged) {}

    /** @throws Problem.InvalidInput at {@code /columns} when the mapping leaves out what is needed */
    static Checked check(TableFile file, NumberMapping mapping, List<HotelStay> stays) {
        var found = new Violations();
        mapping.check(found);
        found.throwIfAny();
        var checking = new NumberChecking(mapping, stays);
        for (var i = 0; i < file.rows().size(); i++)
            checking.row(i + 2, file.rows().get(i));
        return new Checked(checking.good, checking.bad, checking.unchanged);
    }

    /** Rows without a number are those that the hotel has not come to yet. */
    private void row(int number, List<String> row) {
        var acknowledgement = mapping.cell(row, "acknowledgement");
        var room = mapping.cell(row, "room-number");
        if (acknowledgement.isEmpty() && room.isEmpty()) return;
        try {
            var stay = find(row, acknowledgement);
            tooLong("acknowledgement", acknowledgement);
            tooLong("room-number", room);
            var before = rowOfStay.putIfAbsent(stay.id(), number);
            if (before != null)
                throw new Wrong(
                        "booking",
                        stay.guest(),
                        new Violation(
                                "", "duplicate_stay", "Row " + before + " is about this stay.", Map.of("row", before)));
            var given = new Given(
                    stay.id(),
                    acknowledgement.isEmpty() ? stay.acknowledgement() : acknowledgement,
                    room.isEmpty() ? stay.roomNumber() : room);
            if (given.equals(Given.of(stay))) unchanged++;
            else good.add(given);
        } catch (Wrong e) {
            bad.add(new Bad(number, e.target, e.value, e.violation));
        }
    }

    private HotelStay find(List<String> row, String acknowledgement) throws Wrong {
        var booking = mapping.cell(row, "booking");
        if (!booking.isEmpty()) {
            var stay = byId.get(booking.toLowerCase(Locale.ROOT));
            if (stay == null) throw wrong("booking", booking, "unknown_booking", "This hotel has no such booking.");
            return stay;
        }
        var order = mapping.cell(row, "order");
        if (!order.isEmpty()) return ofOrder(order, mapping.cell(row, "guest"));
        var known = stays.stream()
                .filter(stay ->
                        !acknowledgement.isEmpty() && stay.acknowledgement().equalsIgnoreCase(acknowledgement))
                .toList();
        if (known.size() != 1)
            throw wrong("booking", "", "no_stay_named", "The row names neither a booking nor an order.");
        return known.getFirst();
    }

    private HotelStay ofOrder(String order, String guest) throws Wrong {
        var ofOrder = stays.stream()
                .filter(stay -> stay.order().equalsIgnoreCase(order))
                .toList();
        if (ofOrder.isEmpty()) throw wrong("order", order, "unknown_order", "This hotel has no room of this order.");
        var named = guest.isEmpty()
                ? ofOrder
                : ofOrder.stream().filter(stay -> sleepsIn(stay, guest)).toList();
        if (named.isEmpty())
            throw wrong("guest", guest, "unknown_guest", "Nobody of this name is in a room of the order.");
        if (named.size() > 1)
            throw wrong(
                    guest.isEmpty() ? "order" : "guest",
                    guest.isEmpty() ? order : guest,
                    "several_rooms",
                    "The order has several rooms that this could be; name the booking.");
        return named.getFirst();
    }

    private static boolean sleepsIn(HotelStay stay, String guest) {
        var wanted = NumberMapping.plain(guest);
        return stay.guests().stream().anyMatch(name -> NumberMapping.plain(name).equals(wanted));
    }

    private static void tooLong(String target, String value) throws Wrong {
        var found = new Violations().optionalText("", value, HotelNumbers.LONGEST);
        if (!found.isEmpty()) throw new Wrong(target, value, found.list().getFirst());
    }

    private static Wrong wrong(String target, @Nullable String value, String code, String detail) {
        return new Wrong(target, value == null ? "" : value, new Violation("", code, detail));
    }

    private static final class Wrong extends Exception {
        private final String target;
        private final String value;
        private final transient Violation violation;

        Wrong(String target, String value, Violation violation) {
            super(violation.detail(), null, false, false);
            this.target = target;
            this.value = value;
            this.violation = violation;
        }
    }
}
