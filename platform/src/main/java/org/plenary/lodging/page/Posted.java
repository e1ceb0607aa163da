package org.plenary.lodging.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.springframework.util.MultiValueMap;

/** Reads the values of a form; what cannot be read is a violation at the field's own pointer. */
public final class Posted {
    /** No exponents: they make small texts into numbers that fill the memory. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}([.,]\\d{1,3})?");

    private final MultiValueMap<String, String> values;
    private final Violations found = new Violations();

    public Posted(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput when anything could not be read */
    public void throwIfAny() {
        found.throwIfAny();
    }

    public @Nullable String text(String field) {
        var value = values.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public LocalizedText texts(String field) {
        var texts = new LinkedHashMap<String, String>();
        for (var tag : HotelForm.TAGS) {
            var text = text(field + "." + tag);
            if (text != null) texts.put(tag, text);
        }
        return new LocalizedText(texts);
    }

    public @Nullable Integer number(String field) {
        var value = text(field);
        if (value == null) return null;
        if (value.matches("-?\\d{1,9}")) return Integer.valueOf(value);
        found.add(pointer(field), "number", "This is not a whole number.");
        return null;
    }

    public @Nullable LocalDate date(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            found.add(pointer(field), "date", "This is not a date.");
            return null;
        }
    }

    public @Nullable UUID id(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            found.add(pointer(field), "choice", "This is not one of the choices.");
            return null;
        }
    }

    public @Nullable BigDecimal decimal(String field) {
        var value = text(field);
        if (value == null) return null;
        if (DECIMAL.matcher(value).matches()) return new BigDecimal(value.replace(',', '.'));
        found.add(pointer(field), "number", "This is not a number.");
        return null;
    }

    /** @param field an amount in the currency's own digits */
    public @Nullable Money money(String field, CurrencyUnit currency) {
        var value = text(field);
        if (value == null) return null;
        if (DECIMAL.matcher(value).matches()) {
            var amount = new BigDecimal(value.replace(',', '.')).stripTrailingZeros();
            if (amount.scale() <= currency.getDecimalPlaces()) return Money.of(currency, amount);
        }
        refuse(field, "amount", "This is not an amount of money.");
        return null;
    }

    private void refuse(String field, String code, String detail) {
        found.add(pointer(field), code, detail);
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
