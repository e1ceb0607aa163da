package org.plenary.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns what somebody typed into a query. Each word may match in any field: as it is, with a typing error, or as the
 * beginning of a word. Up to three words must all match, of more three quarters.
 */
final class Words {
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_WORDS = 12;

    /** Words that say nothing alone: they raise a match and are not needed for one. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the",
            "to", "via", "with");

    private Words() {}

    static Query query(String typed) {
        var text = bounded(typed);
        var words = split(text);
        if (words.isEmpty()) return Query.of(q -> q.matchAll(all -> all));
        var needed = telling(words);
        return Query.of(q -> q.bool(b -> {
            b.must(m -> m.bool(
                    all -> all.should(needed.stream().map(Words::word).toList()).minimumShouldMatch("3<75%")));
            if (words.size() > 1) b.should(phrase(text));
            return b;
        }));
    }

    /**
     * What of a text is shown as found: the same words in one field and its variants alone. The whole query would have each page of
     * results look for every kind of match in every field, which takes three times as long as finding.
     */
    static Query found(String typed, String field, List<String> variants) {
        return Query.of(q -> q.bool(b -> {
            for (var word : needed(typed)) {
                for (var variant : variants)
                    b.should(s -> s.match(m -> m.field(variant).query(word).operator(Operator.And)));
                b.should(s -> s.matchBoolPrefix(m -> m.field(field).query(word)));
            }
            return b;
        }));
    }

    /** The words that a match needs. */
    static List<String> needed(String typed) {
        return telling(split(bounded(typed)));
    }

    /** All of them when none tells anything. */
    private static List<String> telling(List<String> words) {
        var telling = words.stream().filter(w -> !SMALL.contains(w)).toList();
        return telling.isEmpty() ? words : telling;
    }

    private static String bounded(String typed) {
        return typed.length() > MOST_CHARACTERS ? typed.substring(0, MOST_CHARACTERS) : typed;
    }

    static List<String> split(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,;:!?\"'()\\[\\]{}<>/|，。、；：！？（）《》“”]+"))
                .filter(w -> !w.isBlank())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static Query word(String word) {
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.1)
                .queries(
                        Query.of(exact -> exact.multiMatch(m -> m.query(word)
                                .fields(TextFields.ALL)
                                .type(TextQueryType.BestFields)
                                .operator(Operator.And)
                                .boost(3f))),
                        Query.of(beginning -> beginning.multiMatch(m -> m.query(word)
                                .fields(TextFields.PREFIXED)
                                .type(TextQueryType.BoolPrefix)
                                .operator(Operator.And)
                                .boost(1.5f))),
                        Query.of(forgiving -> forgiving.multiMatch(m -> m.query(word)
                                .fields(TextFields.WRITTEN)
                                .type(TextQueryType.BestFields)
                                .operator(Operator.And)
                                .fuzziness("AUTO")
                                .prefixLength(1)
                                .maxExpansions(30))))));
    }

    private static Query phrase(String text) {
        return Query.of(q -> q.multiMatch(m -> m.query(text)
                .fields(TextFields.PHRASED)
                .type(TextQueryType.Phrase)
                .slop(2)
                .boost(2f)));
    }
}
