package org.plenary.papers.proceedings;

import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** All authors of a volume with their pages: by surname, names in Chinese letters by their pronunciation behind the others. */
record AuthorIndex(List<Group> groups) {
    /** What names in Chinese letters stand under. */
    private static final String CHINESE = "中文";

    /** @param letter that they begin with */
    record Group(String letter, List<Line> lines) {}

    /** @param pages on which their papers begin, such as {@code 1, 17} */
    record Line(String name, String pages) {}

    /** The keys apart, for a collator passes over spaces: all of Zhan stand before those of Zhang. */
    private record Known(AuthorName name, TreeSet<Integer> pages, CollationKey surname, CollationKey given) {
        String letter() {
            if (name.isChinese()) return CHINESE;
            var first = Normalizer.normalize(name.surname(), Normalizer.Form.NFD)
                    .codePoints()
                    .filter(Character::isLetter)
                    .findFirst();
            return first.isEmpty() ? "#" : Character.toString(Character.toUpperCase(first.getAsInt()));
        }
    }

    static AuthorIndex of(List<BoundEntry> entries) {
        var collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        var known = new LinkedHashMap<String, Known>();
        for (var entry : entries)
            for (var author : entry.authors()) {
                var name = AuthorName.of(author);
                known.computeIfAbsent(
                                name.sorted(),
                                sorted -> new Known(
                                        name,
                                        new TreeSet<>(),
                                        collator.getCollationKey(name.surname()),
                                        collator.getCollationKey(name.given())))
                        .pages()
                        .add(entry.firstPage());
            }
        var sorted = new ArrayList<>(known.values());
        sorted.sort(Comparator.comparing((Known each) -> each.name().isChinese())
                .thenComparing(Known::surname)
                .thenComparing(Known::given));
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var each : sorted)
            groups.computeIfAbsent(each.letter(), _ -> new ArrayList<>())
                    .add(new Line(
                            each.name().sorted(),
                            String.join(
                                    ", ",
                                    each.pages().stream().map(String::valueOf).toList())));
        return new AuthorIndex(groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList());
    }
}
