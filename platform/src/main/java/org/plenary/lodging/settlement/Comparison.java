package org.plenary.lodging.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.sheet.SheetMapping;

/** The lines of an invoice beside the stays that they are for; each stay is for one line at most. */
record Comparison(
        List<Row> rows,
        Money expected,
        Money billed,
        Money paidHere,
        @Nullable Integer noShowNights) {

    enum Kind {
        /** Nights or amount are not as booked. */
        DIFFERING,
        /** Nobody booked this. */
        UNKNOWN,
        /** The hotel was to charge this and did not. */
        MISSING,
        MATCHED
    }

    /**
     * @param line null for a stay that is missing on the invoice
     * @param stay null for a line that is for no stay
     * @param verdict null while there is none
     */
    record Row(
            Kind kind, @Nullable InvoiceLine line, @Nullable Stayed stay, Settlement.@Nullable Verdict verdict) {
        /** Names the row: that of the line, or of the stay. */
        public String key() {
            if (line != null) return "line:" + line.id();
            if (stay != null) return "stay:" + stay.id();
            throw new IllegalStateException("a row is about something");
        }

        public boolean nightsDiffer() {
            return line != null && stay != null && line.nights() != stay.chargeable();
        }

        public boolean amountDiffers() {
            return line != null && stay != null && !line.amount().isEqual(stay.expected());
        }
    }

    Comparison {
        rows = List.copyOf(rows);
    }

    static Comparison of(Settlement settlement, List<Stayed> booked, CurrencyUnit currency) {
        var stays = booked.stream()
                .map(stay -> stay.chargedBy(settlement.noShowNights()))
                .toList();
        var matched = matched(settlement.lines(), stays);
        var rows = new ArrayList<Row>();
        var expected = Money.zero(currency);
        var billed = Money.zero(currency);
        var paid = Money.zero(currency);
        for (var line : settlement.lines()) {
            billed = billed.plus(line.amount());
            rows.add(row(settlement, line, matched.get(line)));
        }
        for (var stay : stays) {
            expected = expected.plus(stay.expected());
            paid = paid.plus(stay.paidHere());
            // What guests pay at the hotel is on no invoice of the organizer's.
            if (!matched.containsValue(stay) && stay.expected().isPositive())
                rows.add(new Row(Kind.MISSING, null, stay, settlement.verdicts().get("stay:" + stay.id())));
        }
        rows.sort(Comparator.comparing(Row::kind));
        return new Comparison(rows, expected, billed, paid, settlement.noShowNights());
    }

    private static Row row(Settlement settlement, InvoiceLine line, @Nullable Stayed stay) {
        var verdict = settlement.verdicts().get("line:" + line.id());
        var row = new Row(Kind.UNKNOWN, line, stay, verdict);
        if (stay == null) return row;
        var kind = row.nightsDiffer() || row.amountDiffers() ? Kind.DIFFERING : Kind.MATCHED;
        return new Row(kind, line, stay, verdict);
    }

    /** By confirmation number or order first, then by the guest's name when the dates overlap. */
    private static Map<InvoiceLine, Stayed> matched(List<InvoiceLine> lines, List<Stayed> stays) {
        var byReference = new HashMap<String, List<Stayed>>();
        var byGuest = new HashMap<String, List<Stayed>>();
        for (var stay : stays) {
            var names = new LinkedHashSet<>(
                    List.of(SheetMapping.plain(stay.acknowledgement()), SheetMapping.plain(stay.order())));
            names.remove("");
            for (var name : names)
                byReference.computeIfAbsent(name, key -> new ArrayList<>()).add(stay);
            for (var guest : new LinkedHashSet<>(stay.guests()))
                byGuest.computeIfAbsent(SheetMapping.plain(guest), key -> new ArrayList<>())
                        .add(stay);
        }
        var matched = new HashMap<InvoiceLine, Stayed>();
        var taken = new LinkedHashSet<Stayed>();
        for (var line : lines) {
            var of = byReference.getOrDefault(SheetMapping.plain(line.reference()), List.of());
            var best = of.stream()
                    .filter(stay -> !taken.contains(stay))
                    .max(Comparator.comparing(stay -> likeness(line, stay)));
            best.filter(taken::add).ifPresent(stay -> matched.put(line, stay));
        }
        for (var line : lines) {
            if (matched.containsKey(line)) continue;
            byGuest.getOrDefault(SheetMapping.plain(line.guest()), List.of()).stream()
                    .filter(stay -> !taken.contains(stay) && overlaps(line, stay))
                    .findFirst()
                    .filter(taken::add)
                    .ifPresent(stay -> matched.put(line, stay));
        }
        return matched;
    }

    private static int likeness(InvoiceLine line, Stayed stay) {
        var name = SheetMapping.plain(line.guest());
        var sleeps = stay.guests().stream()
                .anyMatch(guest -> SheetMapping.plain(guest).equals(name));
        return (sleeps ? 2 : 0) + (stay.checkIn().equals(line.arrival()) ? 1 : 0);
    }

    private static boolean overlaps(InvoiceLine line, Stayed stay) {
        if (line.arrival() == null || line.departure() == null) return true;
        return line.arrival().isBefore(stay.checkOut()) && line.departure().isAfter(stay.checkIn());
    }
}
