package org.plenary.kernel.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The fields by which a long list is narrowed, as they stand in its address.
 *
 * @param fields their names
 */
public record Narrowing(List<String> fields) {
    /**
     * What was asked for.
     *
     * @param errors by the names of the fields; nothing is shown while there are any
     */
    public record Read<T>(T wanted, List<Violation> wrong, Map<String, String> errors) {
        /** @throws Problem.InvalidInput naming what is wrong */
        public T orRefused() {
            if (!wrong.isEmpty()) throw new Problem.InvalidInput(wrong);
            return wanted;
        }
    }

    public static <T> Read<T> read(T wanted, Violations found, PageErrors errors, Locale locale) {
        return new Read<>(
                wanted,
                found.list(),
                found.isEmpty() ? Map.of() : errors.of(new Problem.InvalidInput(found.list()), locale));
    }

    /** Whether any is asked for. */
    public boolean isIn(Posted form) {
        return fields.stream().anyMatch(form::has);
    }

    /** @param before the last that was seen of the page before; null for the first page */
    public String address(String path, Posted form, @Nullable String before) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var field : fields) if (form.has(field)) address.queryParam(field, "{" + field + "}");
        if (before != null) address.queryParam("before", before);
        var values = new HashMap<String, Object>();
        fields.forEach(field -> values.put(field, form.get(field)));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** When a day begins, or as many days after it; null when none is asked for, or what is asked for is noted as wrong. */
    public static @Nullable Instant day(Posted form, String field, int after, ZoneId zone, Violations found) {
        var text = form.text(field);
        if (text == null) return null;
        try {
            return TypedTime.day(text).plusDays(after).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            found.add("/" + field, "date", "A date is written 2027-05-14.");
            return null;
        }
    }
}
