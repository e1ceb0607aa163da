package org.plenary.search;

import static org.plenary.search.SearchedPlace.COUNTRIES;
import static org.plenary.search.SearchedPlace.STATES;
import static org.plenary.search.SearchedPlace.TRACKS;
import static org.plenary.search.SearchedPlace.WORDS;
import static org.plenary.search.SearchedPlace.any;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody asks for in a {@link SearchedPlace}, by chance. */
record AskedByChance(
        List<String> words,
        @Nullable String excluded,
        @Nullable String inTitle,
        Map<String, List<String>> filters,
        String sort,
        int limit) {
    private static final List<String> ORDERS = List.of("", "relevance", "number", "newest", "title");

    static AskedByChance by(Random random) {
        var filters = new LinkedHashMap<String, List<String>>();
        if (random.nextInt(3) == 0) filters.put("track", List.of(any(TRACKS, random)));
        if (random.nextInt(3) == 0) filters.put("country", List.of(any(COUNTRIES, random)));
        if (random.nextInt(2) == 0)
            filters.put("status", List.of(any(STATES, random).getFirst()));
        return new AskedByChance(
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> any(WORDS, random))
                        .distinct()
                        .toList(),
                random.nextInt(4) == 0 ? any(WORDS, random) : null,
                random.nextInt(4) == 0 ? any(WORDS, random) : null,
                filters,
                any(ORDERS, random),
                3 + random.nextInt(6));
    }

    /** The same without filters that delegates have not. */
    AskedByChance ofDelegates() {
        var own = new LinkedHashMap<>(filters);
        own.remove("track");
        own.replace("status", List.of(limit % 2 == 0 ? "pending" : "confirmed"));
        return new AskedByChance(words, excluded, inTitle, own, "", limit);
    }

    /** As the public page asks, whatever the address says. */
    AskedByChance accepted() {
        var own = new LinkedHashMap<>(filters);
        own.put("status", List.of("accepted"));
        return new AskedByChance(words, excluded, inTitle, own, sort, limit);
    }

    /** Whether what is found comes in one order alone. */
    boolean isOrdered() {
        return !sort.isEmpty() && !sort.equals("relevance");
    }

    String typed() {
        return String.join(" ", words)
                + (excluded == null ? "" : " -" + excluded)
                + (inTitle == null ? "" : " title:" + inTitle);
    }

    boolean matches(String title, String rest) {
        var inAll = Set.copyOf(Arrays.asList((title + " " + rest).split(" ")));
        return inAll.containsAll(words)
                && (excluded == null || !inAll.contains(excluded))
                && (inTitle == null || Arrays.asList(title.split(" ")).contains(inTitle));
    }
}
