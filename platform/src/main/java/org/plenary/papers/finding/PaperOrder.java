package org.plenary.papers.finding;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.FullText.Order;

/** The order of a list of papers that were found. */
enum PaperOrder {
    RELEVANCE,
    NUMBER,
    NEWEST,
    TITLE;

    private static final int LETTERS = 100;

    /** As addresses have it; null for one that there is none of. */
    static @Nullable PaperOrder of(@Nullable String wire) {
        for (var order : values()) if (order.wire().equals(wire)) return order;
        return null;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    Order order() {
        return switch (this) {
            case RELEVANCE -> Order.RELEVANCE;
            case NEWEST -> Order.NEWEST;
            case NUMBER -> new Order.By(PaperDocuments.NUMBER, true);
            case TITLE -> new Order.By(PaperDocuments.TITLE, false);
        };
    }

    /** What a title is ordered by: letter by letter, capitals as small ones. */
    static String key(String title) {
        var key = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return key.codePointCount(0, key.length()) <= LETTERS
                ? key
                : key.substring(0, key.offsetByCodePoints(0, LETTERS));
    }
}
