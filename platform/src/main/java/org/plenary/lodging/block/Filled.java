package org.plenary.lodging.block;

import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The values of a form, as they were posted or as they are to be shown; templates read them. */
public record Filled(MultiValueMap<String, String> values) {
    static final List<String> TAGS = List.of("en", "zh-CN");

    static Filled empty() {
        return new Filled(new LinkedMultiValueMap<>());
    }

    Filled set(String field, @Nullable Object value) {
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

    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean isOn(String field) {
        return get(field).equals("true");
    }

    /** Whether one of the fields that begin so has a value. */
    boolean hasAny(String start) {
        return values.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(start)
                        && entry.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    /** The tag of the version that the form was filled from. */
    @Nullable
    String ifMatch() {
        var version = get("version");
        return version.isEmpty() ? null : "\"" + version + "\"";
    }
}
