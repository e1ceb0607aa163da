package org.plenary.lodging.settlement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.sheet.SheetKind;
import org.plenary.lodging.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** Rows of a hotel's invoice: who stayed when, and what it costs. */
@Component
class InvoiceSheet implements SheetKind {
    private static final int LONGEST = 200;

    private final Hotels hotels;
    private final Settlements settlements;

    InvoiceSheet(Hotels hotels, Settlements settlements) {
        this.hotels = hotels;
        this.settlements = settlements;
    }

    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public List<String> targets() {
        return List.of("guest", "confirmation", "room-number", "check-in", "check-out", "nights", "amount");
    }

    @Override
    public List<String> needed() {
        return List.of("guest", "amount");
    }

    @Override
    public boolean canMail() {
        return false;
    }

    @Override
    public void check(ConferenceView conference, String about, List<SheetRow> rows) {
        rows.forEach(row -> read(row, conference.currency()));
    }

    @Override
    public int write(ConferenceView conference, String about, List<SheetRow> rows, boolean mails) {
        var hotel = hotels.find(conference.id(), about).orElseThrow(() -> new Problem.NotFound("This hotel"));
        var lines = new ArrayList<InvoiceLine>();
        for (var row : rows) {
            var line = read(row, conference.currency());
            if (line != null) lines.add(line);
        }
        settlements.add(conference, hotel, lines);
        return lines.size();
    }

    /** Null for a row that is not good; what is wrong is in it then. */
    static @Nullable InvoiceLine read(SheetRow row, CurrencyUnit currency) {
        var guest = row.required("guest", LONGEST);
        var reference = row.optional("confirmation", LONGEST);
        var room = row.optional("room-number", LONGEST);
        var arrival = row.text("check-in").isEmpty() ? null : row.date("check-in");
        var departure = row.text("check-out").isEmpty() ? null : row.date("check-out");
        if (arrival != null && departure != null && !departure.isAfter(arrival))
            row.refuse("check-out", "before_check_in", "This is not after the check-in.");
        var amount = row.money("amount", currency);
        if (amount == null && row.isGood()) row.refuse("amount", "required", "This is required.");
        var nights = nights(row, arrival, departure);
        if (!row.isGood() || amount == null || nights == null) return null;
        return new InvoiceLine(Ids.next(), reference, room, guest, arrival, departure, nights, amount);
    }

    private static @Nullable Integer nights(SheetRow row, @Nullable LocalDate arrival, @Nullable LocalDate departure) {
        if (row.text("nights").isEmpty() && arrival != null && departure != null)
            return Math.toIntExact(ChronoUnit.DAYS.between(arrival, departure));
        return row.number("nights");
    }
}
