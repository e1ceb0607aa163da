package org.plenary.lodging.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.springframework.util.MultiValueMap;

/** Reads the values of a form; what cannot be read is a violation at the field's own pointer. */
final class Posted {
    private final MultiValueMap<String, String> values;
    private final Violations found = new Violations();

    Posted(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput when anything could not be read */
    void throwIfAny() {
        found.throwIfAny();
    }

    @Nullable
    String text(String field) {
        var value = values.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    LocalizedText texts(String field) {
        var texts = new LinkedHashMap<String, String>();
        for (var tag : HotelForm.TAGS) {
            var text = text(field + "." + tag);
            if (text != null) texts.put(tag, text);
        }
        return new LocalizedText(texts);
    }

    @Nullable
    Integer number(String field) {
        var value = text(field);
        if (value == null) return null;
        if (value.matches("-?\\d{1,9}")) return Integer.valueOf(value);
        found.add(pointer(field), "number", "This is not a whole number.");
        return null;
    }

    @Nullable
    LocalDate date(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            found.add(pointer(field), "date", "This is not a date.");
            return null;
        }
    }

    void refuse(String field, String code, String detail) {
        found.add(pointer(field), code, detail);
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
