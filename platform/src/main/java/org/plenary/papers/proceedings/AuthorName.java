package org.plenary.papers.proceedings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name that people write in one piece, taken apart for an index and for registration agencies. It is a guess, and what it does not
 * know it leaves together.
 *
 * @param given blank when there is none
 */
record AuthorName(String surname, String given, boolean isChinese) {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·]+");
    private static final Set<String> DOUBLE = Set.of(
            "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "司徒", "司空", "宇文", "长孙", "鲜于", "闻人", "端木",
            "独孤", "南宫", "西门");
    private static final Set<String> BEFORE = Set.of(
            "von", "van", "vom", "zu", "zur", "de", "del", "della", "der", "den", "da", "dal", "di", "do", "dos", "das",
            "du", "la", "le", "ter", "ten", "bin", "ibn", "al", "el");
    private static final Set<String> BEHIND = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

    static AuthorName of(String name) {
        var plain = name.strip().replaceAll("\\s+", " ");
        var comma = plain.indexOf(',');
        if (comma > 0)
            return new AuthorName(
                    plain.substring(0, comma).strip(),
                    plain.substring(comma + 1).strip(),
                    false);
        if (HAN.matcher(plain.replace(" ", "")).matches()) return chinese(plain);
        var words = Arrays.asList(plain.split(" "));
        var from = words.size() - 1;
        if (from > 1 && BEHIND.contains(words.get(from).toLowerCase(Locale.ROOT))) from--;
        while (from > 1 && BEFORE.contains(words.get(from - 1))) from--;
        return new AuthorName(joined(words.subList(from, words.size())), joined(words.subList(0, from)), false);
    }

    /** As an index has it: {@code van Gogh, Vincent}, {@code 欧阳修}. */
    String sorted() {
        if (isChinese) return surname + given;
        return given.isEmpty() ? surname : surname + ", " + given;
    }

    private static AuthorName chinese(String name) {
        var plain = name.replace(" ", "");
        var length = plain.length() > 2 && DOUBLE.contains(plain.substring(0, 2)) ? 2 : 1;
        // a name of foreign people in Chinese letters has its surname behind the dot
        var dot = plain.lastIndexOf('·');
        if (dot > 0) return new AuthorName(plain, "", true);
        return new AuthorName(plain.substring(0, length), plain.substring(length), true);
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
