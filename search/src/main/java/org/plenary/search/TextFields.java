package org.plenary.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The searched fields of a document with their language variants and weights. */
final class TextFields {
    /**
     * What stands in a file: a field of its own, in none of the lists below, so that nobody asks it by the way. It has English stems and pairs
     * of Chinese characters together, to be no larger than it must be.
     */
    static final String FILE = "file";

    private static final Set<String> NAMES = Set.of("title", "names", "keywords", "body", "about", "codes", FILE);

    /** Those whose readings are searched beside them, in a field of their own: {@link Readings}. */
    static final Set<String> READ = Set.of("title", "names", "keywords");

    /** Words as they are written, for exact, prefix and forgiving matches. */
    static final List<String> WRITTEN = List.of("title^4", "names^4", "keywords^2", "body", "about");

    /** The same, where near words count too. */
    static final List<String> FORGIVEN = List.of("title^4", "names^4", "keywords^2", "body", "about", "readings^1.5");

    /** As they are written and by their stems: for words that somebody else chose, with no errors. */
    static final List<String> MEANT =
            List.of("title^4", "title.en^3", "keywords^2", "keywords.en^2", "body", "body.en");

    /** Every variant: written, stemmed English, segmented Chinese, whole codes. */
    static final List<String> ALL = List.of(
            "title^4",
            "title.en^3",
            "title.zh^3",
            "names^4",
            "names.zh^3",
            "keywords^2",
            "keywords.en^2",
            "keywords.zh^2",
            "body",
            "body.en",
            "body.zh",
            "about",
            "about.en",
            "about.zh",
            "readings^3",
            "codes^6");

    /** Written words and the beginnings of codes. */
    static final List<String> PREFIXED =
            List.of("title^4", "names^4", "keywords^2", "body", "about", "readings^2", "codes^3");

    static final List<String> PHRASED = List.of("title.en^4", "names^4", "keywords.en^2", "body.en");

    private TextFields() {}

    /** Those of the listed fields that are one field's, with its readings. @param field null for all */
    static List<String> in(@Nullable String field, List<String> listed) {
        if (field == null) return listed;
        return listed.stream()
                .filter(f -> isOf(field, f) || READ.contains(field) && isOf("readings", f))
                .toList();
    }

    private static boolean isOf(String field, String listed) {
        return listed.equals(field) || listed.startsWith(field + "^") || listed.startsWith(field + ".");
    }

    /** @throws IllegalArgumentException for a field that there is none of: a bug in the source */
    static Map<String, List<String>> checked(Map<String, List<String>> fields) {
        fields.keySet().forEach(field -> {
            if (!NAMES.contains(field)) throw new IllegalArgumentException("no such search field: " + field);
        });
        return fields;
    }
}
