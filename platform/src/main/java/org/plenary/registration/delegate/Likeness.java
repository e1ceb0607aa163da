package org.plenary.registration.delegate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two names, or two places where people work, may be the same one, written in Latin letters or in Chinese: accents,
 * order, titles, initials and a slip of the pen do not count. A Chinese character more or less is another person.
 */
final class Likeness {
    private static final int MOST_TOKENS = 6;
    private static final int LONG_ENOUGH_FOR_A_SLIP = 5;
    private static final int PREFIX = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINTS = Pattern.compile("[-'’‐‑·・]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");
    private static final Pattern HAN_BESIDE_OTHERS =
            Pattern.compile("(?<=\\p{IsHan})(?=[^\\p{IsHan}\\s])|(?<=[^\\p{IsHan}\\s])(?=\\p{IsHan})");
    private static final Pattern CHINESE_TITLE = Pattern.compile("(?<=\\p{IsHan}{2})(教授|博士|先生|女士|老师|院士)");
    private static final Set<String> TITLES =
            Set.of("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "phd", "msc", "ing", "dipl");
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ı", "i");

    /** Words that half of all such places have. */
    private static final Set<String> GENERIC = Set.of(
            "the",
            "of",
            "and",
            "for",
            "at",
            "in",
            "de",
            "der",
            "fur",
            "und",
            "des",
            "la",
            "university",
            "universitat",
            "universite",
            "universidad",
            "universita",
            "uni",
            "college",
            "institute",
            "institut",
            "instituto",
            "school",
            "department",
            "dept",
            "faculty",
            "technical",
            "technische",
            "technology",
            "inc",
            "ltd",
            "gmbh");

    private Likeness() {}

    /** The parts of a name that tell people apart. */
    static List<String> tokens(String name) {
        var bare = CHINESE_TITLE
                .matcher(BETWEEN_HAN.matcher(plain(name)).replaceAll(""))
                .replaceAll("");
        var tokens = new ArrayList<String>();
        for (var token : BETWEEN_WORDS.split(HAN_BESIDE_OTHERS.matcher(bare).replaceAll(" ")))
            if (!token.isEmpty() && !TITLES.contains(token) && tokens.size() < MOST_TOKENS) tokens.add(token);
        return tokens;
    }

    /** Small letters of the plain alphabet; what joins the parts of one name is gone. */
    private static String plain(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var plain = JOINTS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
        for (var letter : LETTERS.entrySet()) plain = plain.replace(letter.getKey(), letter.getValue());
        return plain.strip();
    }

    /** Names that may be alike have one of these in common, so that only few need be compared. */
    static Set<String> blocks(List<String> tokens) {
        var blocks = new HashSet<String>();
        for (var token : tokens) {
            if (isHan(token) || tokens.size() == 1) blocks.add(token);
            if (token.length() < 2 || isHan(token)) continue;
            for (var other : tokens)
                if (other != token)
                    blocks.add(token.substring(0, Math.min(PREFIX, token.length())) + "|" + other.charAt(0));
        }
        return blocks;
    }

    /** Each part of the shorter name has its like in the longer one. */
    static boolean isSameName(List<String> one, List<String> other) {
        var few = one.size() <= other.size() ? one : other;
        var left = new ArrayList<>(few == one ? other : one);
        if (few.isEmpty()) return false;
        if (few.size() == 1 && left.size() > 1)
            return isHan(few.getFirst()) && few.getFirst().length() > 1 && left.contains(few.getFirst());
        var isOneWhole = false;
        for (var token : few) {
            var like = left.stream().filter(each -> isLike(token, each)).findFirst();
            if (like.isEmpty()) return false;
            isOneWhole |= token.length() > 1 && like.get().length() > 1;
            left.remove(like.get());
        }
        return isOneWhole;
    }

    /** An initial stands for a name, and one letter may be wrong in a long one. */
    private static boolean isLike(String one, String other) {
        if (one.equals(other)) return true;
        if (isHan(one) || isHan(other)) return false;
        if (one.length() == 1 || other.length() == 1) return one.charAt(0) == other.charAt(0);
        return isOneSlipApart(one, other);
    }

    private static boolean isOneSlipApart(String one, String other) {
        if (Math.min(one.length(), other.length()) < LONG_ENOUGH_FOR_A_SLIP
                || Math.abs(one.length() - other.length()) > 1) return false;
        var same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) same++;
        var skipOne = one.length() >= other.length() ? 1 : 0;
        var skipOther = other.length() >= one.length() ? 1 : 0;
        return one.substring(Math.min(one.length(), same + skipOne))
                .equals(other.substring(Math.min(other.length(), same + skipOther)));
    }

    /** One names the other's place, or a part of it. Neither may be empty. */
    static boolean isSamePlace(String one, String other) {
        var first = plain(one);
        var second = plain(other);
        if (HAN.matcher(first).find() || HAN.matcher(second).find()) {
            var a = BETWEEN_WORDS.matcher(first).replaceAll("");
            var b = BETWEEN_WORDS.matcher(second).replaceAll("");
            return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
        }
        var few = words(first);
        var many = words(second);
        if (few.size() > many.size()) {
            var swap = few;
            few = many;
            many = swap;
        }
        var others = many;
        var common = few.stream()
                .filter(word -> others.stream().anyMatch(each -> each.equals(word) || isOneSlipApart(word, each)))
                .count();
        return common > 0 && common * 2 >= few.size();
    }

    /** The words that tell places apart; all of them, when there are no others. */
    private static List<String> words(String plain) {
        var all = BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
        var telling = all.stream().filter(word -> !GENERIC.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    private static boolean isHan(String token) {
        return HAN.matcher(token).matches();
    }
}
