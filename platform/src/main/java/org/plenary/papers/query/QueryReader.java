package org.plenary.papers.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;

/**
 * Reads a query: {@code track:control score>=4 (tag:discuss or not has:file) "soft robots"}. What stands side by side must hold together;
 * {@code or} binds less than that, {@code not} or a minus sign before a part more. Words in quotation marks are one.
 */
final class QueryReader {
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 60;

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<open>[(（])|(?<close>[)）])|(?<minus>-(?=\\S))"
            + "|(?<name>[A-Za-z_]+)(?<is>[:：]|<=|>=|=|<|>)(?<more><=|>=|=|<|>)?(?<value>\"[^\"]*\"|[^\\s()（）]*)"
            + "|\"(?<quoted>[^\"]*)\"|(?<word>[^\\s()（）]+))");
    private static final Pattern TAG = Pattern.compile("(?<tag>[^<>=#]+)(?:#?(?<is><=|>=|=|<|>)(?<value>.+))?");

    private final String text;
    private final Matcher tokens;
    private int at;
    private int parts;

    private QueryReader(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** @throws Problem.InvalidInput at {@code /q} with what is wrong and where */
    static Query read(String text) {
        if (text.length() > LONGEST) throw wrong("query_long", 0);
        var reader = new QueryReader(text.strip());
        var query = reader.or(0);
        if (!reader.isAtEnd()) throw wrong("query_bracket", reader.at);
        return query;
    }

    private Query or(int depth) {
        if (depth > DEEPEST) throw wrong("query_long", at);
        var choices = new ArrayList<Query>();
        choices.add(and(depth));
        while (takeWord("or")) choices.add(and(depth));
        return choices.size() == 1 ? choices.getFirst() : new Query.Or(choices);
    }

    private Query and(int depth) {
        var all = new ArrayList<Query>();
        while (true) {
            if (takeWord("and")) continue;
            if (isAtEnd() || isNext("close") || isNextWord("or")) break;
            all.add(not(depth));
        }
        return all.size() == 1 ? all.getFirst() : new Query.And(all);
    }

    private Query not(int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) throw wrong("query_long", at);
        if (takeWord("not") || take("minus") != null) return new Query.Not(not(depth + 1));
        if (take("open") != null) {
            var opened = at;
            var inner = or(depth + 1);
            if (take("close") == null) throw wrong("query_bracket", opened);
            return inner;
        }
        var start = at;
        if (isNext("name")) return field(start);
        var quoted = take("quoted");
        if (quoted != null) return new Query.Words(quoted);
        var word = take("word");
        if (word == null) throw wrong("query_end", at);
        return new Query.Words(word);
    }

    private Query field(int start) {
        var name = tokens.group("name").toLowerCase(Locale.ROOT);
        var sign = tokens.group("is");
        var more = tokens.group("more");
        var value = tokens.group("value");
        at = tokens.end();
        if (value.startsWith("\"")) value = value.substring(1, value.length() - 1);
        if (value.isBlank()) throw wrong("query_value", start);
        var isColon = sign.equals(":") || sign.equals("：");
        if (!isColon && more != null) throw wrong("query_value", start);
        var is = isColon ? (more == null ? "=" : more) : sign;
        if (!name.equals("tag")) return new Query.Field(name, is, value, start);
        var tag = TAG.matcher(value);
        if (!tag.matches()) throw wrong("query_value", start);
        var compared = tag.group("is");
        return new Query.Tagged(
                tag.group("tag").toLowerCase(Locale.ROOT),
                compared == null ? "" : compared,
                compared == null ? "" : tag.group("value"),
                start);
    }

    private boolean isAtEnd() {
        return text.substring(at).isBlank();
    }

    private boolean isNext(String group) {
        return tokens.region(at, text.length()).lookingAt() && tokens.group(group) != null;
    }

    private boolean isNextWord(String word) {
        return isNext("word") && word.equalsIgnoreCase(tokens.group("word"));
    }

    private boolean takeWord(String word) {
        if (!isNextWord(word)) return false;
        at = tokens.end();
        return true;
    }

    private @Nullable String take(String group) {
        if (!isNext(group)) return null;
        at = tokens.end();
        return tokens.group(group);
    }

    /** @param at from 0; told from 1 */
    static Problem.InvalidInput wrong(String code, int at) {
        return new Problem.InvalidInput(List.of(new Violation(
                "/q", code, "This query cannot be read at character " + (at + 1) + ".", Map.of("at", at + 1))));
    }
}
