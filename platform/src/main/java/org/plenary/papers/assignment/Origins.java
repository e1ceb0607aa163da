package org.plenary.papers.assignment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where reviewers come from, as numbers. An institution lies in one country, so that a paper's reviewers can be counted by country and,
 * within it, by institution: in that where most of its reviewers work. They count there too when they work elsewhere.
 */
final class Origins {
    static final int UNKNOWN = -1;

    private final int[] country;
    private final int[] institution;

    Origins(List<AvailableReviewer> reviewers) {
        country = new int[reviewers.size()];
        institution = new int[reviewers.size()];
        var countries = new HashMap<String, Integer>();
        var institutions = new HashMap<String, Integer>();
        var homes = homes(reviewers);
        for (var i = 0; i < reviewers.size(); i++) {
            var reviewer = reviewers.get(i);
            institution[i] = number(institutions, reviewer.institution());
            country[i] = number(countries, homes.getOrDefault(reviewer.institution(), reviewer.country()));
        }
    }

    private static Map<String, String> homes(List<AvailableReviewer> reviewers) {
        var counts = new HashMap<String, Map<String, Integer>>();
        for (var reviewer : reviewers) {
            if (reviewer.institution().isBlank() || reviewer.country().isBlank()) continue;
            counts.computeIfAbsent(reviewer.institution(), _ -> new HashMap<>())
                    .merge(reviewer.country(), 1, Integer::sum);
        }
        var homes = new HashMap<String, String>();
        var most = Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey(Comparator.reverseOrder()));
        counts.forEach((institution, among) -> homes.put(
                institution, among.entrySet().stream().max(most).orElseThrow().getKey()));
        return homes;
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return name.isBlank() ? UNKNOWN : numbers.computeIfAbsent(name, _ -> numbers.size());
    }

    int country(int reviewer) {
        return country[reviewer];
    }

    int institution(int reviewer) {
        return institution[reviewer];
    }
}
