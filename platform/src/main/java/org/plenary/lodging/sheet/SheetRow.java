package org.plenary.lodging.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;

/** One row of a table; what is wrong with its cells is collected. */
public final class SheetRow {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}([.,]\\d{1,3})?");

    private static final DateTimeFormatter YEAR_FIRST =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final int number;
    private final List<String> cells;
    private final SheetMapping mapping;
    private final List<BadCell> bad = new ArrayList<>();

    SheetRow(int number, List<String> cells, SheetMapping mapping) {
        this.number = number;
        this.cells = cells;
        this.mapping = mapping;
    }

    /** A row that somebody typed. @param values by target */
    public static SheetRow typed(Map<String, String> values) {
        var targets = new ArrayList<>(values.keySet());
        return new SheetRow(
                1,
                targets.stream().map(target -> values.getOrDefault(target, "")).toList(),
                new SheetMapping(targets, false));
    }

    /** @param row as the spreadsheet numbers it, the header being 1 */
    public record BadCell(int row, String target, String value, Violation violation) {}

    public int number() {
        return number;
    }

    public boolean isGood() {
        return bad.isEmpty();
    }

    public List<BadCell> bad() {
        return List.copyOf(bad);
    }

    public void refuse(String target, String code, String detail) {
        refuse(target, code, detail, Map.of());
    }

    public void refuse(String target, String code, String detail, Map<String, Object> details) {
        bad.add(new BadCell(number, target, text(target), new Violation("", code, detail, details)));
    }

    /** Empty when there is nothing, or no such column. */
    public String text(String target) {
        return mapping.cell(cells, target);
    }

    public String required(String target, int longest) {
        return checked(target, new Violations().text("", text(target), longest));
    }

    public String optional(String target, int longest) {
        return checked(target, new Violations().optionalText("", text(target), longest));
    }

    public String email(String target) {
        return checked(target, new Violations().email("", text(target)));
    }

    private String checked(String target, Violations found) {
        found.list().forEach(each -> refuse(target, each.code(), each.detail(), each.details()));
        return text(target);
    }

    public @Nullable LocalDate date(String target) {
        try {
            if (!text(target).isEmpty()) return day(text(target));
            refuse(target, "required", "This is required.");
        } catch (DateTimeException e) {
            refuse(target, "date", "This is not a date.");
        }
        return null;
    }

    /** As spreadsheets write days where it cannot be mistaken which part is the month. */
    private static LocalDate day(String text) {
        var plain = text.replaceAll("[年月/]", "-").replace("日", "");
        if (plain.matches("\\d{4}-\\d{1,2}-\\d{1,2}")) return LocalDate.parse(plain, YEAR_FIRST);
        return LocalDate.parse(plain, DAY_FIRST);
    }

    public @Nullable Integer number(String target) {
        var text = text(target);
        if (text.matches("\\d{1,6}")) return Integer.valueOf(text);
        refuse(target, text.isEmpty() ? "required" : "number", "This is not a whole number.");
        return null;
    }

    /** Null also when there is none. */
    public @Nullable Money money(String target, CurrencyUnit currency) {
        var text = text(target).replace(" ", "").replace(currency.getCode(), "");
        if (text.isEmpty()) return null;
        if (DECIMAL.matcher(text).matches()) {
            var amount = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
            if (amount.scale() <= currency.getDecimalPlaces()) return Money.of(currency, amount);
        }
        refuse(target, "amount", "This is not an amount of money.");
        return null;
    }
}
