package org.plenary.fulltext;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Looks words up in the database: each of them is to be somewhere in a text. */
public final class Contained {
    /** Counting ends here. */
    public static final int MOST = 1000;

    private static final int WORDS = 8;

    private Contained() {}

    /** For {@code lower(...) LIKE ALL (ARRAY[:patterns])}; never empty. */
    public static List<String> patterns(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .limit(WORDS)
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }
}
