package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The books as a booking batch ("Buchungsstapel") in the DATEV format 7.0, which tax advisers read in. A batch is of one currency and
 * one calendar year; the adviser's own numbers are filled in at the import. See developer.datev.de, "DATEV-Format".
 */
@Component
class DatevExport {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int DECIMALS = 2;
    private static final int MOVEMENTS_AT_ONCE = 500;

    private final LedgerQueries ledger;
    private final Clock clock;

    DatevExport(LedgerQueries ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param from the first day; the first of this year when it is not given
     * @param to the last day, of the same year; the last of that year when it is not given
     * @throws Problem.InvalidInput for days of two years, and for a currency whose amounts the format cannot hold
     */
    void write(CurrencyUnit currency, @Nullable String from, @Nullable String to, HttpServletResponse response)
            throws IOException {
        if (currency.getDecimalPlaces() > DECIMALS)
            throw new Problem.InvalidInput(
                    "/currency",
                    "datev_decimals",
                    "DATEV knows two decimals only; take the CSV file for this currency.");
        var zone = Tenancy.require().timeZone();
        var first =
                Period.day(from, "/from", LocalDate.now(clock.withZone(zone)).withDayOfYear(1));
        var last = Period.day(to, "/to", first.withMonth(12).withDayOfMonth(31));
        if (first.getYear() != last.getYear())
            throw new Problem.InvalidInput("/to", "datev_year", "A DATEV file is over days of one year.");
        var period = Period.of(first.toString(), last.toString(), zone);
        response.setContentType("text/csv;charset=windows-1252");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"EXTF_Buchungsstapel_" + currency.getCode() + "_" + DAY.format(first)
                        + ".csv\"");
        // names that are not written in western letters become question marks; numbers and dates do not
        var encoder = WINDOWS.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
        try (var out = new OutputStreamWriter(response.getOutputStream(), encoder)) {
            out.write(DatevRows.head(MADE.format(clock.instant().atZone(zone)), first, last, currency));
            out.write(DatevRows.columns());
            write(currency, period, zone, out);
        }
    }

    private void write(CurrencyUnit currency, Period period, ZoneId zone, Writer out) throws IOException {
        @Nullable UUID after = null;
        while (true) {
            var lines = ledger.movements(currency, period, after, MOVEMENTS_AT_ONCE);
            if (lines.isEmpty()) return;
            var start = 0;
            for (var i = 1; i <= lines.size(); i++) {
                if (i < lines.size()
                        && lines.get(i).entry().equals(lines.get(start).entry())) continue;
                for (var row : rows(lines.subList(start, i), zone)) out.write(row);
                start = i;
            }
            after = lines.getLast().entry();
        }
    }

    private static List<String> rows(List<LedgerLine> movement, ZoneId zone) {
        return DatevRows.of(
                movement, movement.getFirst().bookedAt().atZone(zone).toLocalDate());
    }
}
