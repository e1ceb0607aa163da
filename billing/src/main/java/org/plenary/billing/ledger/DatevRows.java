package org.plenary.billing.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rows of a DATEV booking batch: each is an amount, an account that is debited and one that is credited. */
final class DatevRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("ddMM");
    private static final String COLUMNS =
            "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;"
                    + "WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;"
                    + "Buchungstext";

    /** A row of format version 13 has 125 fields; those after the text stay empty. */
    private static final String REST = ";".repeat(125 - 14);

    private static final int LONGEST_DOCUMENT = 36;
    private static final int LONGEST_TEXT = 60;
    private static final String END = "\r\n";

    private DatevRows() {}

    /** @param made {@code 20270514093000000} */
    static String head(String made, LocalDate first, LocalDate last, CurrencyUnit currency) {
        return "\"EXTF\";700;21;\"Buchungsstapel\";13;" + made + ";;\"PL\";\"\";\"\";;;"
                + DAY.format(first.withDayOfYear(1)) + ";4;" + DAY.format(first) + ";" + DAY.format(last)
                + ";\"Plenary\";\"\";1;0;0;\"" + currency.getCode() + "\";;\"\";;;\"04\";;;\"\";\"\"" + END;
    }

    static String columns() {
        return COLUMNS + REST + END;
    }

    /** A movement of several accounts becomes rows of two each, which together say the same. */
    static List<String> of(List<LedgerLine> movement, LocalDate day) {
        var debits = open(movement, true);
        var credits = open(movement, false);
        var rows = new ArrayList<String>();
        var d = 0;
        var c = 0;
        while (d < debits.size() && c < credits.size()) {
            var debit = debits.get(d);
            var credit = credits.get(c);
            var amount = debit.left.isLessThan(credit.left) ? debit.left : credit.left;
            rows.add(row(amount, debit.line, credit.line, day));
            debit.left = debit.left.minus(amount);
            credit.left = credit.left.minus(amount);
            if (debit.left.isZero()) d++;
            if (credit.left.isZero()) c++;
        }
        return rows;
    }

    private static final class Side {
        private final LedgerLine line;
        private Money left;

        private Side(LedgerLine line, Money left) {
            this.line = line;
            this.left = left;
        }
    }

    private static List<Side> open(List<LedgerLine> movement, boolean isDebit) {
        return movement.stream()
                .map(line -> new Side(line, isDebit ? line.debit() : line.credit()))
                .filter(side -> !side.left.isZero())
                .toList();
    }

    private static String row(Money amount, LedgerLine debit, LedgerLine credit, LocalDate day) {
        var document = debit.reference() == null ? debit.entry().toString() : debit.reference();
        return amount(amount) + ";\"S\";\"" + amount.getCurrencyUnit().getCode() + "\";;;;" + number(debit) + ";"
                + number(credit) + ";;" + DAY_AND_MONTH.format(day) + ";" + text(document, LONGEST_DOCUMENT) + ";;;"
                + text(debit.source().replace('_', ' ') + " " + document, LONGEST_TEXT) + REST + END;
    }

    private static String amount(Money money) {
        return money.getAmount().setScale(2).toPlainString().replace('.', ',');
    }

    private static int number(LedgerLine line) {
        return LedgerAccount.of(line.account()).orElseThrow().number();
    }

    private static String text(String text, int longest) {
        var clean = text.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\"");
        return "\"" + (clean.length() > longest ? clean.substring(0, longest) : clean) + "\"";
    }
}
