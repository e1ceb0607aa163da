package org.plenary.papers.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Institutions and countries that senior reviewers of a paper are of. A network counts seniors and others of the same origin apart, so the
 * others are told in a second round where the seniors of the first one came from.
 */
final class Taken {
    private final Set<Long> institutions = new HashSet<>();
    private final Set<Long> countries = new HashSet<>();

    static Taken nothing() {
        return new Taken();
    }

    static Taken by(List<Assigned> assigned, List<AvailableReviewer> reviewers, Origins origins) {
        var taken = new Taken();
        for (var pair : assigned) {
            if (!reviewers.get(pair.reviewer()).senior()) continue;
            taken.institutions.add(key(pair.paper(), origins.institution(pair.reviewer())));
            taken.countries.add(key(pair.paper(), origins.country(pair.reviewer())));
        }
        return taken;
    }

    boolean institution(int paper, int institution) {
        return institution != Origins.UNKNOWN && institutions.contains(key(paper, institution));
    }

    boolean country(int paper, int country) {
        return country != Origins.UNKNOWN && countries.contains(key(paper, country));
    }

    private static long key(int paper, int origin) {
        return (long) paper << Integer.SIZE | (origin & 0xFFFFFFFFL);
    }
}
