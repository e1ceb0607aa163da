package org.plenary.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words that mean the same: what stands for typed words, each time that one of a group is among them as a whole. */
final class Synonyms {
    /** Each is one more question to the index. */
    private static final int MOST = 12;

    private Synonyms() {}

    /**
     * @param words plain ones, in the order of typing
     * @return for each of the words the other writings of what it is part of
     */
    static List<Set<String>> of(List<String> words, List<List<String>> groups) {
        var others = new ArrayList<Set<String>>();
        for (var _ : words) others.add(new LinkedHashSet<>());
        for (var group : groups) {
            for (var each : group) {
                var typed = Typed.words(each);
                var from = typed.isEmpty() ? -1 : Collections.indexOfSubList(words, typed);
                if (from < 0) continue;
                for (var i = from; i < from + typed.size(); i++) add(others.get(i), group, typed);
            }
        }
        return others;
    }

    /** All that may be marked in what is found. */
    static Set<String> all(List<String> words, List<List<String>> groups) {
        var all = new LinkedHashSet<String>();
        of(words, groups).forEach(all::addAll);
        return all;
    }

    private static void add(Set<String> others, List<String> group, List<String> typed) {
        for (var other : group) {
            var words = Typed.words(other);
            if (others.size() < MOST && !words.isEmpty() && !words.equals(typed)) others.add(String.join(" ", words));
        }
    }
}
