package org.plenary.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, read: plain words, {@code "a phrase"}, {@code begin*}, each after {@code title:} or another field's
 * name in English or Chinese, each excluded by a minus before it. What has none of these forms is plain words; nothing is
 * an error.
 *
 * @param parts what is looked for, in the order of typing, each once
 * @param excluded what must not be there
 */
record Typed(List<Part> parts, List<Part> excluded) {
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_PARTS = 12;

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("标题", "title"),
            Map.entry("author", "names"),
            Map.entry("作者", "names"),
            Map.entry("keyword", "keywords"),
            Map.entry("关键词", "keywords"),
            Map.entry("abstract", "body"),
            Map.entry("摘要", "body"),
            Map.entry("affiliation", "about"),
            Map.entry("单位", "about"),
            Map.entry("topic", "about"),
            Map.entry("主题", "about"),
            Map.entry("file", TextFields.FILE),
            Map.entry("全文", TextFields.FILE));

    private static final String QUOTE = "[\"“”„]";

    /** A minus and a field's name, both where there are any, then a phrase or whatever stands before the next blank. */
    private static final Pattern PART = Pattern.compile("(?<=^|\\s)(-)?(?:([a-z]+|\\p{IsHan}+):)?(?:" + QUOTE
            + "([^\"“”„]+)" + QUOTE + "(?=\\s|$)|([^\\s\"“”„]+)(?=\\s|$))");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;:!?\"'()\\[\\]{}<>/|，。、；：！？（）《》“”„]+");

    enum Form {
        WORD,
        PHRASE,
        BEGINNING
    }

    /** @param field where alone it is looked for; null for everywhere */
    record Part(String text, Form form, @Nullable String field) {
        boolean isPlain() {
            return form == Form.WORD && field == null;
        }

        boolean isInFile() {
            return TextFields.FILE.equals(field);
        }

        boolean isIn(String asked) {
            return field == null || field.equals(asked);
        }
    }

    /** As whoever may not look into files has typed it: there is no field of them. */
    static Typed parse(String typed) {
        return parse(typed, false);
    }

    static Typed parse(String typed, boolean inFiles) {
        var text = bounded(Normalizer.normalize(bounded(typed), Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        var parts = new ArrayList<Part>();
        var excluded = new ArrayList<Part>();
        var matcher = PART.matcher(text);
        var end = 0;
        while (matcher.find()) {
            parts.addAll(plain(text.substring(end, matcher.start())));
            end = matcher.end();
            var field = matcher.group(2) == null ? null : field(matcher.group(2), inFiles);
            var isKnown = matcher.group(2) == null || field != null;
            var read = isKnown ? read(matcher.group(3), matcher.group(4), field) : List.<Part>of();
            if (read.isEmpty()) parts.addAll(plain(matcher.group()));
            else if (matcher.group(1) != null) excluded.addAll(read);
            else parts.addAll(read);
        }
        parts.addAll(plain(text.substring(end)));
        return new Typed(some(parts), some(excluded));
    }

    private static @Nullable String field(String name, boolean inFiles) {
        var field = FIELDS.get(name);
        return TextFields.FILE.equals(field) && !inFiles ? null : field;
    }

    /** The words that stand for themselves, wherever they are. */
    List<String> plain() {
        return parts.stream().filter(Part::isPlain).map(Part::text).toList();
    }

    /** The words of a text that somebody else wrote before, as typed ones are compared. */
    static List<String> words(String text) {
        return split(Normalizer.normalize(bounded(text), Normalizer.Form.NFKC));
    }

    static List<String> split(String text) {
        return Arrays.stream(SEPARATORS.split(text.toLowerCase(Locale.ROOT)))
                .filter(Typed::saysSomething)
                .distinct()
                .limit(MOST_PARTS)
                .toList();
    }

    private static List<Part> some(List<Part> parts) {
        return parts.stream().distinct().limit(MOST_PARTS).toList();
    }

    private static List<Part> plain(String text) {
        return split(text).stream().map(word -> new Part(word, Form.WORD, null)).toList();
    }

    /** @return empty when it is nothing but plain words, such as an address or a sign */
    private static List<Part> read(@Nullable String phrase, @Nullable String bare, @Nullable String field) {
        if (phrase != null)
            return saysSomething(phrase) ? List.of(new Part(phrase.strip(), Form.PHRASE, field)) : List.of();
        if (bare == null || !isWordLike(bare)) return List.of();
        var words = split(bare);
        if (words.size() == 1 && bare.endsWith("*") && words.getFirst().equals(bare))
            return List.of(new Part(bare.substring(0, bare.length() - 1), Form.BEGINNING, field));
        return words.stream().map(word -> new Part(word, Form.WORD, field)).toList();
    }

    /** After a second minus, colon or slash it is something else, and its minus or field's name says nothing. */
    private static boolean isWordLike(String bare) {
        return !bare.contains("://")
                && !bare.startsWith("-")
                && !bare.startsWith(":")
                && !bare.endsWith(":")
                && saysSomething(bare);
    }

    private static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String bounded(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }
}
