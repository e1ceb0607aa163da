package org.plenary.kernel.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The values of a form as the browser sent them, or as it is to be filled. Fields are named as the pointers of the API's members:
 * {@code /name/en} is {@code name.en}. What cannot be read is collected, and thrown by {@link #throwIfWrong}.
 */
public final class Posted {
    public static final List<String> TAGS = List.of("en", "zh-CN");

    /** Before the decimals: what is kept is read back with 15 digits in all, three of them decimals in some currencies. */
    private static final int MOST_MONEY_DIGITS = 12;

    /** No exponents: they make small texts into numbers that fill the memory. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private final MultiValueMap<String, String> values;
    private final Violations wrong = new Violations();

    public Posted(MultiValueMap<String, String> values) {
        this.values = values;
    }

    public static Posted empty() {
        return new Posted(new LinkedMultiValueMap<>());
    }

    public MultiValueMap<String, String> values() {
        return values;
    }

    public Posted set(String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalizedText text -> TAGS.forEach(tag -> values.set(field + "." + tag, text.forTag(tag)));
            case Money money -> values.set(field, money.getAmount().toPlainString());
            case Collection<?> many ->
                values.put(field, many.stream().map(String::valueOf).toList());
            default -> values.set(field, value.toString());
        }
        return this;
    }

    /** The value of a field, empty when there is none; templates call it. */
    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public List<String> all(String field) {
        var all = values.get(field);
        return all == null ? List.of() : all;
    }

    public boolean has(String field) {
        return !get(field).isBlank();
    }

    /** Whether one of the fields that begin so has a value. */
    public boolean hasAny(String start) {
        return values.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(start)
                        && entry.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    public boolean isOn(String field) {
        return get(field).equals("true");
    }

    public @Nullable String text(String field) {
        var value = get(field).strip();
        return value.isEmpty() ? null : value;
    }

    public LocalizedText texts(String field) {
        var texts = new LinkedHashMap<String, String>();
        for (var tag : TAGS) texts.put(tag, get(field + "." + tag));
        return new LocalizedText(texts);
    }

    public @Nullable Integer integer(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            wrong.add(pointer(field), "number", "This is not a whole number.");
            return null;
        }
    }

    public @Nullable BigDecimal decimal(String field) {
        var value = text(field);
        if (value == null) return null;
        var plain = value.replace(',', '.');
        if (DECIMAL.matcher(plain).matches()) return new BigDecimal(plain);
        wrong.add(pointer(field), "number", "This is not a number.");
        return null;
    }

    public @Nullable Money money(String field, CurrencyUnit currency) {
        var value = text(field);
        if (value == null) return null;
        var plain = value.replace(',', '.');
        if (!DECIMAL.matcher(plain).matches()) {
            wrong.add(pointer(field), "amount", "This is not an amount of money.");
            return null;
        }
        var amount = new BigDecimal(plain);
        if (amount.precision() - amount.scale() > MOST_MONEY_DIGITS) {
            wrong.add(pointer(field), "range", "This is too small or too large.");
            return null;
        }
        try {
            return Money.of(currency, amount);
        } catch (ArithmeticException e) {
            wrong.add(
                    pointer(field),
                    "decimals",
                    "Too many decimals for " + currency + ".",
                    Map.of("decimals", currency.getDecimalPlaces()));
            return null;
        }
    }

    public @Nullable LocalDate date(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return TypedTime.day(value);
        } catch (DateTimeException e) {
            wrong.add(pointer(field), "date", "This is not a date.");
            return null;
        }
    }

    public @Nullable UUID id(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            wrong.add(pointer(field), "choice", "This is not one of the choices.");
            return null;
        }
    }

    /** The tag of the version that the form was filled from. */
    public @Nullable String ifMatch() {
        var version = text("version");
        return version == null ? null : "\"" + version + "\"";
    }

    /** The version that the form was filled from; 0 when it says none. */
    public long version() {
        var version = integer("version");
        return version == null ? 0 : version;
    }

    /** @throws Problem.InvalidInput when a value could not be read */
    public void throwIfWrong() {
        wrong.throwIfAny();
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
