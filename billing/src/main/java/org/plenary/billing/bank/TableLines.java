package org.plenary.billing.bank;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.plenary.kernel.TableFile;

/** The money in a bank's table, and the cells that could not be read. */
record TableLines(List<StatementLine> lines, List<Bad> bad) {
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})[-./](\\d{1,2})[-./](\\d{1,4}).*");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final int CENTURY = 2000;
    private static final int TWO_DIGITS = 100;

    /** @param row as the file counts; @param code of the violation */
    record Bad(int row, String target, String value, String code) {}

    /** What went out is left out. */
    static TableLines of(TableFile file, LineMapping mapping) {
        var lines = new ArrayList<StatementLine>();
        var bad = new ArrayList<Bad>();
        for (var i = 0; i < file.rows().size(); i++) {
            var row = file.rows().get(i);
            if (TableFile.isEmpty(row)) continue;
            var number = i + 2;
            try {
                var amount = amount(row, mapping, number);
                if (amount.isPositive()) lines.add(line(row, mapping, number, amount));
            } catch (Wrong e) {
                bad.add(e.bad);
            }
        }
        return new TableLines(lines, bad);
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Bad bad;

        Wrong(int row, String target, String value, String code) {
            super(code);
            bad = new Bad(row, target, value, code);
        }
    }

    private static StatementLine line(List<String> row, LineMapping mapping, int number, Money amount) throws Wrong {
        return new StatementLine(
                "",
                cell(row, mapping, "bank_id"),
                date(cell(row, mapping, "date"), mapping.dates(), number),
                amount,
                cell(row, mapping, "payer"),
                cell(row, mapping, "iban"),
                cell(row, mapping, "text"));
    }

    private static String cell(List<String> row, LineMapping mapping, String target) {
        var column = mapping.targets().indexOf(target);
        return column < 0 ? "" : TableFile.cell(row, column);
    }

    private static Money amount(List<String> row, LineMapping mapping, int number) throws Wrong {
        var typed = cell(row, mapping, "amount");
        var code = cell(row, mapping, "currency");
        var plain = typed.replaceAll(mapping.decimal().equals(",") ? "[\\s.'’+]" : "[\\s,'’+]", "")
                .replace(',', '.');
        CurrencyUnit currency;
        try {
            currency = CurrencyUnit.of(code.isEmpty() ? mapping.currency() : code.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            throw new Wrong(number, "currency", code, "currency");
        }
        if (!AMOUNT.matcher(plain).matches()) throw new Wrong(number, "amount", typed, "bank_amount");
        try {
            return Money.of(currency, new BigDecimal(plain));
        } catch (ArithmeticException e) {
            throw new Wrong(number, "amount", typed, "bank_amount");
        }
    }

    private static LocalDate date(String typed, String order, int number) throws Wrong {
        var match = DATE.matcher(typed);
        if (!match.matches()) throw new Wrong(number, "date", typed, "bank_date");
        var parts = new int[] {
            Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3))
        };
        try {
            return switch (order) {
                case "ymd" -> LocalDate.of(year(parts[0]), parts[1], parts[2]);
                case "mdy" -> LocalDate.of(year(parts[2]), parts[0], parts[1]);
                default -> LocalDate.of(year(parts[2]), parts[1], parts[0]);
            };
        } catch (DateTimeException e) {
            throw new Wrong(number, "date", typed, "bank_date");
        }
    }

    private static int year(int typed) {
        return typed < TWO_DIGITS ? CENTURY + typed : typed;
    }
}
