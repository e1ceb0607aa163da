package org.plenary.papers.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.plenary.papers.submission.PaperStatus;

/**
 * What may be asked of a paper, and the condition that each is. Numbers compare, texts are looked for inside, keys must be equal. The
 * paper is {@code p}; a value is never written into a condition but given beside it.
 */
final class QueryTerms {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private static final String REVIEWS = """
            (select %s from paper_review r where r.paper = p.id and r.standing = 'submitted' and not exists (
                select from paper_review l where l.paper = r.paper and l.reviewer = r.reviewer
                    and l.round > r.round and l.standing = 'submitted'))""";
    private static final String REVISION = """
            exists (select from paper_revision v where v.paper = p.id and %s and not exists (
                select from paper_revision l where l.paper = v.paper and l.turn > v.turn))""";
    /** Of a paper of whoever asks, what its authors know. */
    private static final String KNOWN_STATUS = """
            (case when p.status in ('accepted', 'rejected') and p.announced is distinct from p.status and :own
                then coalesce(p.announced, 'submitted') else p.status end)""";

    private static final String AUTHOR = """
            exists (select from jsonb_array_elements(p.authors) a where lower(a ->> '%s') like :v)""";

    /** What is compared as a number. */
    private static final Map<String, String> NUMBERS = Map.of(
            "number", "p.number",
            "score", REVIEWS.formatted("avg(r.score)"),
            "lowest", REVIEWS.formatted("min(r.score)"),
            "highest", REVIEWS.formatted("max(r.score)"),
            "spread", REVIEWS.formatted("max(r.score) - min(r.score)"),
            "confidence", REVIEWS.formatted("avg(r.confidence)"),
            "reviews", REVIEWS.formatted("count(*)"),
            "authors", "jsonb_array_length(p.authors)");

    /** What is looked for inside a text, or is equal; {@code :v} is the value. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("title", "lower(p.title) like :v"),
            Map.entry("abstract", "lower(p.summary) like :v"),
            Map.entry("keyword", "lower(p.keywords::text) like :v"),
            Map.entry("author", AUTHOR.formatted("name")),
            Map.entry("affiliation", AUTHOR.formatted("affiliation")),
            Map.entry("email", AUTHOR.formatted("email")),
            Map.entry("reviewer", """
                    exists (select from paper_review r join paper_reviewer v on v.id = r.reviewer
                        where r.paper = p.id and r.standing in ('given', 'begun', 'submitted')
                            and (lower(v.name) like :v or v.email like :v))"""));

    private static final Map<String, String> KEYS = Map.of(
            "track", "p.track = :v",
            "type", "p.type = :v",
            "topic", "jsonb_exists(p.topics, :v)",
            "country", """
                    exists (select from jsonb_array_elements(p.authors) a where upper(a ->> 'country') = upper(:v))""");

    /** A pair with another paper that the chairs have not called harmless; whose is {@code :other} is in none for them. */
    private static final String LIKENESS = "likeness";

    /** What a paper may have or miss. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("file", "p.file is not null"),
            Map.entry("track", "p.track is not null"),
            Map.entry("type", "p.type is not null"),
            Map.entry("topic", "jsonb_array_length(p.topics) > 0"),
            Map.entry("conflict", "jsonb_array_length(p.conflicts) > 0"),
            Map.entry(
                    "review", "exists (select from paper_review r where r.paper = p.id and r.standing = 'submitted')"),
            Map.entry("reviewer", """
                    exists (select from paper_review r where r.paper = p.id and r.standing in ('given', 'begun', 'submitted'))"""),
            Map.entry("comment", "exists (select from paper_comment c where c.paper = p.id)"),
            Map.entry("answer", "exists (select from paper_comment c where c.paper = p.id and c.kind = 'rebuttal')"),
            Map.entry("tag", "exists (select from paper_tag t where t.paper = p.id)"),
            Map.entry(LIKENESS, """
                    exists (select from paper_likeness l
                        join paper o on o.id = case when l.first = p.id then l.second else l.first end
                        left join paper_likeness_ruling u on u.pair = l.id and u.conference = p.conference
                        left join paper_likeness_rules s on s.conference = p.conference
                        where p.id in (l.first, l.second) and coalesce(u.ruling, '') <> 'fine'
                            and (l.alike >= coalesce(s.percent, 15) / 100.0 or l.words >= 300 or l.same_title)
                            and not :other)"""));

    /** How far the newest revision of a paper is that its authors were asked for. */
    private static final Map<String, String> REVISIONS = Map.of(
            "asked", REVISION.formatted("v.handed_in_at is null"),
            "handed-in", REVISION.formatted("v.handed_in_at is not null"),
            "kept-back", REVISION.formatted("v.told_at is null"));

    /** What the authors of a paper are not to learn, even when they are staff. */
    private static final List<String> SECRET = List.of(
            "score",
            "lowest",
            "highest",
            "spread",
            "confidence",
            "reviews",
            "reviewer",
            "review",
            "comment",
            "tag",
            "revision",
            LIKENESS);

    private QueryTerms() {}

    /**
     * @param texts takes a value and gives the name under which it is given, as {@code numbers} does
     * @param own gives the condition that a paper, named so, is one of whoever asks; {@code false} when nobody asks
     */
    static String condition(
            Query.Field field,
            UnaryOperator<String> texts,
            Function<BigDecimal, String> numbers,
            UnaryOperator<String> own) {
        var name = field.name();
        if (NUMBERS.containsKey(name)) {
            if (!NUMBER.matcher(field.value()).matches()) throw QueryReader.wrong("query_number", field.at());
            // what has no score compares with none: without this, "not score>3" would leave it out too
            return "coalesce(" + NUMBERS.get(name) + " " + field.is() + " "
                    + numbers.apply(new BigDecimal(field.value())) + ", false)";
        }
        if (!field.is().equals("=")) throw QueryReader.wrong("query_compare", field.at());
        var value = field.value().toLowerCase(Locale.ROOT);
        if (name.equals("status")) {
            if (PaperStatus.of(value).isEmpty()) throw QueryReader.wrong("query_status", field.at());
            var isOwn = own.apply("p");
            var status = isOwn.equals("false") ? "p.status" : KNOWN_STATUS.replace(":own", isOwn);
            return status + " = " + texts.apply(value);
        }
        if (name.equals("revision")) {
            if (!REVISIONS.containsKey(value)) throw QueryReader.wrong("query_revision", field.at());
            return REVISIONS.get(value);
        }
        if (TEXTS.containsKey(name)) return TEXTS.get(name).replace(":v", texts.apply("%" + escaped(value) + "%"));
        if (KEYS.containsKey(name)) return KEYS.get(name).replace(":v", texts.apply(field.value()));
        if (name.equals("has") || name.equals("missing")) {
            var thing = THINGS.get(value);
            if (thing == null) throw QueryReader.wrong("query_thing", field.at());
            var held = value.equals(LIKENESS) ? thing.replace(":other", own.apply("o")) : thing;
            return name.equals("has") ? held : "not (" + held + ")";
        }
        throw QueryReader.wrong("query_field", field.at());
    }

    static String words(Query.Words words, UnaryOperator<String> texts) {
        var value = texts.apply("%" + escaped(words.text().toLowerCase(Locale.ROOT)) + "%");
        return "(lower(p.title) like " + value + " or lower(p.summary) like " + value
                + " or lower(p.keywords::text) like " + value + " or lower(p.authors::text) like " + value + ")";
    }

    static String tag(Query.Tagged tagged, UnaryOperator<String> texts, Function<BigDecimal, String> numbers) {
        var found = "exists (select from paper_tag t where t.paper = p.id and t.tag = " + texts.apply(tagged.tag());
        if (tagged.is().isEmpty()) return found + ")";
        if (!NUMBER.matcher(tagged.value()).matches()) throw QueryReader.wrong("query_number", tagged.at());
        return found + " and t.value " + tagged.is() + " " + numbers.apply(new BigDecimal(tagged.value())) + ")";
    }

    /** Whether a paper's authors must not learn whether this holds. */
    static boolean isSecret(Query query) {
        return switch (query) {
            case Query.And and -> and.parts().stream().anyMatch(QueryTerms::isSecret);
            case Query.Or or -> or.parts().stream().anyMatch(QueryTerms::isSecret);
            case Query.Not not -> isSecret(not.part());
            case Query.Words words -> false;
            case Query.Tagged tagged -> true;
            case Query.Field field ->
                SECRET.contains(field.name())
                        || (field.name().equals("has") || field.name().equals("missing"))
                                && SECRET.contains(field.value().toLowerCase(Locale.ROOT));
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
