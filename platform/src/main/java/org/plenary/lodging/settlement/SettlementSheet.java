package org.plenary.lodging.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Sheet;

/** Writes a comparison as a table for spreadsheets: what is sent to the hotel, or to the accounts. */
final class SettlementSheet {
    private static final List<String> COLUMNS = List.of(
            "state",
            "confirmation",
            "order",
            "guest",
            "room_number",
            "billed_arrival",
            "billed_departure",
            "billed_nights",
            "booked_check_in",
            "booked_check_out",
            "booked_nights",
            "payment_way",
            "no_show",
            "nights_to_charge",
            "billed",
            "expected",
            "paid_here",
            "verdict",
            "note");

    private SettlementSheet() {}

    static Sheet of(String file, Comparison comparison) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        comparison.rows().forEach(row -> rows.add(cells(row)));
        return new Sheet(file, "settlement", rows);
    }

    private static List<String> cells(Comparison.Row row) {
        var line = row.line();
        var stay = row.stay();
        var verdict = row.verdict();
        return List.of(
                row.kind().name().toLowerCase(Locale.ROOT),
                line != null ? line.reference() : stay == null ? "" : stay.acknowledgement(),
                stay == null ? "" : stay.order(),
                line != null ? line.guest() : stay == null ? "" : String.join("; ", stay.guests()),
                line == null ? "" : line.roomNumber(),
                text(line == null ? null : line.arrival()),
                text(line == null ? null : line.departure()),
                text(line == null ? null : line.nights()),
                text(stay == null ? null : stay.checkIn()),
                text(stay == null ? null : stay.checkOut()),
                text(stay == null ? null : stay.nights()),
                stay == null ? "" : stay.way(),
                stay == null ? "" : String.valueOf(stay.noShow()),
                text(stay == null ? null : stay.chargeable()),
                amount(line == null ? null : line.amount()),
                amount(stay == null ? null : stay.expected()),
                amount(stay == null ? null : stay.paidHere()),
                verdict == null ? "" : verdict.kind().wire(),
                verdict == null ? "" : verdict.note());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.toString();
    }
}
