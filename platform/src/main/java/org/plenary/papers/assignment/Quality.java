package org.plenary.papers.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good an assignment is, whoever made it. The better one comes first: fewer missing reviews, then fewer papers below reviewers' least
 * numbers, then the greater value.
 *
 * @param reviews how many are assigned
 * @param missing how many papers ask for and do not get
 * @param belowLeast how many papers reviewers have less than they were to get
 * @param value in points: what all pairs are worth, and papers with a senior reviewer, less what institutions, countries and loads cost
 * @param worstPaper what the reviews of the paper that came off worst are worth in all, in points
 * @param leastLoad papers of the reviewer with the fewest
 * @param mostLoad papers of the reviewer with the most
 * @param sameInstitution how many reviewers a paper has beyond the first of an institution, over all papers
 * @param sameCountry the same of countries
 * @param withoutSenior papers that ask for reviews and have no senior reviewer
 */
public record Quality(
        int reviews,
        int missing,
        int belowLeast,
        long value,
        long worstPaper,
        int leastLoad,
        int mostLoad,
        int sameInstitution,
        int sameCountry,
        int withoutSenior)
        implements Comparable<Quality> {
    public static Quality of(AssignmentInput input, List<Assigned> assigned) {
        return new Count(input, assigned).quality();
    }

    @Override
    public int compareTo(Quality other) {
        return Comparator.comparingInt(Quality::missing)
                .thenComparingInt(Quality::belowLeast)
                .thenComparing(Comparator.comparingLong(Quality::value).reversed())
                .compare(this, other);
    }

    private static final class Count {
        private final AssignmentInput input;
        private final List<Assigned> assigned;
        private final int[] loads;
        private final int[] reviews;
        private final long[] worth;
        private final boolean[] senior;

        Count(AssignmentInput input, List<Assigned> assigned) {
            this.input = input;
            this.assigned = assigned;
            loads = new int[input.reviewers().size()];
            reviews = new int[input.papers().size()];
            worth = new long[input.papers().size()];
            senior = new boolean[input.papers().size()];
            for (var pair : assigned) {
                loads[pair.reviewer()]++;
                reviews[pair.paper()]++;
                worth[pair.paper()] += pair.score().total();
                senior[pair.paper()] |= input.reviewers().get(pair.reviewer()).senior();
            }
        }

        Quality quality() {
            var origins = new Origins(input.reviewers());
            var sameInstitution = repeated(assigned.stream()
                    .filter(pair -> origins.institution(pair.reviewer()) != Origins.UNKNOWN)
                    .mapToLong(pair -> key(pair.paper(), origins.institution(pair.reviewer())))
                    .toArray());
            var sameCountry = repeated(assigned.stream()
                    .filter(pair -> origins.country(pair.reviewer()) != Origins.UNKNOWN)
                    .mapToLong(pair -> key(pair.paper(), origins.country(pair.reviewer())))
                    .toArray());
            var asking = papersThatAsk();
            var withoutSenior =
                    (int) Arrays.stream(asking).filter(paper -> !senior[paper]).count();
            var withSenior = IntStream.range(0, senior.length)
                    .filter(paper -> senior[paper])
                    .count();
            var weights = input.weights();
            var value = Arrays.stream(worth).sum()
                    + weights.senior() * withSenior
                    - (long) weights.institution() * sameInstitution
                    - (long) weights.country() * sameCountry
                    - weights.balance()
                            * Arrays.stream(loads)
                                    .mapToLong(load -> (long) load * (load - 1) / 2)
                                    .sum();
            return new Quality(
                    assigned.size(),
                    Arrays.stream(asking)
                            .map(paper -> Math.max(0, input.papers().get(paper).demand() - reviews[paper]))
                            .sum(),
                    IntStream.range(0, loads.length)
                            .map(reviewer ->
                                    Math.max(0, input.reviewers().get(reviewer).least() - loads[reviewer]))
                            .sum(),
                    value,
                    Arrays.stream(asking).mapToLong(paper -> worth[paper]).min().orElse(0),
                    Arrays.stream(loads).min().orElse(0),
                    Arrays.stream(loads).max().orElse(0),
                    sameInstitution,
                    sameCountry,
                    withoutSenior);
        }

        private int[] papersThatAsk() {
            return IntStream.range(0, reviews.length)
                    .filter(paper -> input.papers().get(paper).demand() > 0)
                    .toArray();
        }

        private static long key(int paper, int origin) {
            return (long) paper << Integer.SIZE | origin;
        }

        private static int repeated(long[] keys) {
            Arrays.sort(keys);
            return (int) IntStream.range(1, keys.length)
                    .filter(i -> keys[i] == keys[i - 1])
                    .count();
        }
    }
}
