package org.plenary.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text in one or several languages, keyed by language tag ({@code en}, {@code zh-CN}). On the wire either an object or a
 * plain string, which means every language.
 */
public record LocalizedText(Map<String, String> values) {
    /** The key of a text that is the same in every language. */
    private static final String ANY = "";

    public LocalizedText {
        var kept = new LinkedHashMap<String, String>();
        values.forEach((tag, text) -> {
            if (text != null && !text.isBlank()) kept.put(tag, text.strip());
        });
        values = java.util.Collections.unmodifiableMap(kept);
    }

    public static LocalizedText of(String text) {
        return new LocalizedText(Map.of(ANY, text));
    }

    public static LocalizedText of(String english, String chinese) {
        var both = new LinkedHashMap<String, String>();
        both.put("en", english);
        both.put("zh-CN", chinese);
        return new LocalizedText(both);
    }

    @JsonCreator
    static LocalizedText fromJson(Object json) {
        if (json instanceof String text) return of(text);
        if (json instanceof Map<?, ?> map) {
            var values = new LinkedHashMap<String, String>();
            map.forEach((tag, text) -> {
                if (!(tag instanceof String t)
                        || !(text instanceof String s)
                        || !tag.equals(Locale.forLanguageTag(t).toLanguageTag()))
                    throw new IllegalArgumentException("a text is a string or an object of language tags and strings");
                values.put(t, s);
            });
            return new LocalizedText(values);
        }
        throw new IllegalArgumentException("a text is a string or an object of language tags and strings");
    }

    @JsonValue
    Object toJson() {
        return values.size() == 1 && values.containsKey(ANY) ? values.get(ANY) : values;
    }

    /** The text in the language asked for, else in a related one, else in whichever there is; empty when there is none. */
    public String in(Locale locale) {
        var exact = values.get(locale.toLanguageTag());
        if (exact != null) return exact;
        for (var entry : values.entrySet()) {
            if (!entry.getKey().isEmpty()
                    && Locale.forLanguageTag(entry.getKey()).getLanguage().equals(locale.getLanguage()))
                return entry.getValue();
        }
        return values.values().stream().findFirst().orElse("");
    }

    /** The text kept for exactly this tag, or empty: what an edit form shows. */
    public String forTag(String tag) {
        return values.getOrDefault(tag, values.getOrDefault(ANY, ""));
    }

    public boolean isBlank() {
        return values.isEmpty();
    }

    /** The length of the longest version, for limits. */
    public int length() {
        return values.values().stream().mapToInt(String::length).max().orElse(0);
    }
}
