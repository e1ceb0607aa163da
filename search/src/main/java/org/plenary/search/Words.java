package org.plenary.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.search.Typed.Form;
import org.plenary.search.Typed.Part;

/**
 * Turns what somebody typed into a query. Each plain word may match in any field: as it is, with a typing error, as the
 * beginning of a word, or as one word with its neighbour. Two words must both match, of more three quarters, rounded
 * down; a phrase, a beginning and what is looked for in one field must match, and what is excluded must not.
 */
final class Words {
    /** Words that say nothing alone: they raise a match and are not needed for one. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the",
            "to", "via", "with");

    /** Of a word in the abstract it is two thirds. */
    private static final float IN_FILE = 2f;

    /** Where files are searched, of a word that is only near: what somebody typed and stands in a file comes before what is near it in a title. */
    private static final float NEAR_BESIDE_FILES = 0.25f;

    private Words() {}

    /**
     * @param synonyms groups of words that mean the same
     * @param inFiles whether plain words and phrases may be in a file too: as they are written, by their stems and with little weight
     */
    static Query query(String text, List<List<String>> synonyms, boolean inFiles) {
        var typed = Typed.parse(text, inFiles);
        if (typed.parts().isEmpty() && typed.excluded().isEmpty()) return Query.of(q -> q.matchAll(all -> all));
        return Query.of(q -> q.bool(b -> {
            if (typed.parts().isEmpty()) b.must(m -> m.matchAll(all -> all));
            var plain = typed.plain();
            if (!plain.isEmpty()) plain(b, plain, synonyms, inFiles);
            for (var part : typed.parts()) if (!part.isPlain()) b.must(one(part, inFiles));
            for (var part : typed.excluded()) b.mustNot(excluded(part));
            return b;
        }));
    }

    private static void plain(BoolQuery.Builder b, List<String> words, List<List<String>> synonyms, boolean inFiles) {
        var needed = telling(words);
        var others = Synonyms.of(words, synonyms);
        b.must(m -> m.bool(all -> {
            for (var i = 0; i < needed.size(); i++)
                all.should(word(needed, i, others.get(words.indexOf(needed.get(i))), inFiles));
            return all.minimumShouldMatch("2<75%");
        }));
        if (words.size() > 1) b.should(together(String.join(" ", words)));
    }

    /**
     * What of a text is shown as found: the same words in one field and its variants alone. The whole query would have each page of
     * results look for every kind of match in every field, which takes three times as long as finding.
     */
    static Query found(String text, List<List<String>> synonyms, boolean inFiles, String field, List<String> variants) {
        var marked = new ArrayList<Query>();
        var typed = Typed.parse(text, inFiles);
        var plain = telling(typed.plain());
        for (var part : typed.parts()) {
            if (!part.isIn(field) || part.isPlain() && !plain.contains(part.text())) continue;
            if (part.form() == Form.PHRASE) {
                marked.add(Query.of(q -> q.matchPhrase(m -> m.field(field).query(part.text()))));
                continue;
            }
            if (part.form() == Form.WORD)
                for (var variant : variants)
                    marked.add(Query.of(q ->
                            q.match(m -> m.field(variant).query(part.text()).operator(Operator.And))));
            marked.add(Query.of(q -> q.matchBoolPrefix(m -> m.field(field).query(part.text()))));
        }
        for (var other : Synonyms.all(typed.plain(), synonyms))
            for (var variant : variants)
                marked.add(Query.of(q -> q.matchPhrase(m -> m.field(variant).query(other))));
        return Query.of(q -> marked.isEmpty() ? q.matchNone(none -> none) : q.bool(b -> b.should(marked)));
    }

    /** The same of what stands in a file. */
    static Query foundInFile(String text) {
        var typed = Typed.parse(text, true);
        var plain = telling(typed.plain());
        var marked = typed.parts().stream()
                .filter(part -> part.isPlain()
                        ? plain.contains(part.text())
                        : part.isInFile() || part.field() == null && part.form() == Form.PHRASE)
                .map(Words::inFile)
                .toList();
        return Query.of(q -> marked.isEmpty() ? q.matchNone(none -> none) : q.bool(b -> b.should(marked)));
    }

    /** The words that may be mistyped: not those that somebody wrote as they must be. */
    static List<String> needed(String text, boolean inFiles) {
        var typed = Typed.parse(text, inFiles);
        var words = new ArrayList<>(telling(typed.plain()));
        for (var part : typed.parts())
            if (part.form() == Form.WORD && !part.isPlain() && !part.isInFile() && !words.contains(part.text()))
                words.add(part.text());
        return words;
    }

    /** All of them when none tells anything. */
    private static List<String> telling(List<String> words) {
        var telling = words.stream().filter(w -> !SMALL.contains(w)).toList();
        return telling.isEmpty() ? words : telling;
    }

    private static Query one(Part part, boolean inFiles) {
        if (part.isInFile()) return inFile(part);
        return switch (part.form()) {
            case WORD -> anyOf(forms(part.text(), part.field(), inFiles));
            case PHRASE -> inFiles && part.field() == null ? anyOf(List.of(phrase(part), inFile(part))) : phrase(part);
            case BEGINNING -> beginning(part.text(), part.field());
        };
    }

    /** What is not to be there may stand in a file all the same, unless that is named: a paper mentions much that it is not about. */
    private static Query excluded(Part part) {
        return part.form() == Form.WORD && !part.isInFile() ? exact(part) : one(part, false);
    }

    private static Query phrase(Part part) {
        return Query.of(q -> q.multiMatch(m -> m.query(part.text())
                .fields(TextFields.in(part.field(), TextFields.WRITTEN))
                .type(TextQueryType.Phrase)
                .boost(3f)));
    }

    /** The characters of a Chinese word must stand together: what is long has each of its pairs somewhere. */
    private static Query inFile(Part part) {
        if (part.form() == Form.BEGINNING)
            return Query.of(q -> q.matchBoolPrefix(
                    m -> m.field(TextFields.FILE).query(part.text()).boost(IN_FILE)));
        return Query.of(q ->
                q.matchPhrase(m -> m.field(TextFields.FILE).query(part.text()).boost(IN_FILE)));
    }

    private static Query word(List<String> words, int place, Set<String> others, boolean inFiles) {
        var word = words.get(place);
        var forms = forms(word, null, inFiles);
        if (place > 0) forms.add(joined(words.get(place - 1) + word));
        if (place < words.size() - 1) forms.add(joined(word + words.get(place + 1)));
        for (var other : others) forms.add(meant(other));
        if (inFiles) forms.add(inFile(new Part(word, Form.WORD, TextFields.FILE)));
        return anyOf(forms);
    }

    /** Whatever was typed weighs more: a rarer word that means the same would otherwise come before it. */
    private static Query meant(String other) {
        return Query.of(q -> q.constantScore(c -> c.boost(0.5f)
                .filter(f -> f.multiMatch(
                        m -> m.query(other).fields(TextFields.MEANT).type(TextQueryType.Phrase)))));
    }

    private static Query anyOf(List<Query> forms) {
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.1).queries(forms)));
    }

    private static List<Query> forms(String word, @Nullable String field, boolean inFiles) {
        return new ArrayList<>(List.of(
                exact(new Part(word, Form.WORD, field)),
                beginning(word, field),
                Query.of(forgiving -> forgiving.multiMatch(m -> m.query(word)
                        .fields(TextFields.in(field, TextFields.FORGIVEN))
                        .type(TextQueryType.BestFields)
                        .operator(Operator.And)
                        .fuzziness("AUTO")
                        .prefixLength(1)
                        .maxExpansions(30)
                        .boost(inFiles ? NEAR_BESIDE_FILES : 1f)))));
    }

    private static Query exact(Part part) {
        return Query.of(q -> q.multiMatch(m -> m.query(part.text())
                .fields(TextFields.in(part.field(), TextFields.ALL))
                .type(TextQueryType.BestFields)
                .operator(Operator.And)
                .boost(3f)));
    }

    private static Query beginning(String word, @Nullable String field) {
        return Query.of(q -> q.multiMatch(m -> m.query(word)
                .fields(TextFields.in(field, TextFields.PREFIXED))
                .type(TextQueryType.BoolPrefix)
                .operator(Operator.And)
                .boost(1.5f)));
    }

    /** Two neighbours that are written as one word, such as the parts of a made-up name. */
    private static Query joined(String pair) {
        return Query.of(q -> q.multiMatch(m -> m.query(pair)
                .fields(TextFields.FORGIVEN)
                .type(TextQueryType.BestFields)
                .operator(Operator.And)
                .boost(2f)));
    }

    private static Query together(String text) {
        return Query.of(q -> q.multiMatch(m -> m.query(text)
                .fields(TextFields.PHRASED)
                .type(TextQueryType.Phrase)
                .slop(2)
                .boost(2f)));
    }
}
