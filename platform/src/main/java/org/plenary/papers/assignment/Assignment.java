package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.plenary.papers.assignment.Explanation.Place;

/**
 * Which reviewer gets which paper, what could not be had, and why. It keeps all that it was found with, which is some hundred bytes for
 * each candidate: to be asked what is wanted and let go.
 */
public final class Assignment {
    private final KnownPairs pairs;
    private final Solved solved;
    private final long bound;

    Assignment(KnownPairs pairs, Solved solved, long bound) {
        this.pairs = pairs;
        this.solved = solved;
        this.bound = bound;
    }

    /** By paper, then by reviewer. */
    public List<Assigned> assigned() {
        return solved.all();
    }

    /** A paper by its place, and how many of its reviews nobody can write. */
    public record Shortage(int paper, int missing) {}

    public List<Shortage> shortages() {
        var papers = pairs.input().papers();
        return IntStream.range(0, papers.size())
                .filter(paper -> solved.reviewsOf(paper) < papers.get(paper).demand())
                .mapToObj(paper -> new Shortage(paper, papers.get(paper).demand() - solved.reviewsOf(paper)))
                .toList();
    }

    /** A reviewer by their place, and how many papers they have less than they were to get, or more than they take. */
    public record OffLoad(int reviewer, int papers) {}

    public List<OffLoad> belowLeast() {
        var reviewers = pairs.input().reviewers();
        return IntStream.range(0, reviewers.size())
                .filter(reviewer ->
                        solved.loadOf(reviewer) < reviewers.get(reviewer).least())
                .mapToObj(reviewer ->
                        new OffLoad(reviewer, reviewers.get(reviewer).least() - solved.loadOf(reviewer)))
                .toList();
    }

    /** Only pinned pairs bring somebody there. */
    public List<OffLoad> aboveMost() {
        var reviewers = pairs.input().reviewers();
        return IntStream.range(0, reviewers.size())
                .filter(reviewer ->
                        solved.loadOf(reviewer) > reviewers.get(reviewer).most())
                .mapToObj(reviewer -> new OffLoad(
                        reviewer,
                        solved.loadOf(reviewer) - reviewers.get(reviewer).most()))
                .toList();
    }

    /** Pairs that were pinned and are not assigned, for there is a conflict. */
    public List<Pairing> overruledPins() {
        return pairs.with(Pairing.Hand.PINNED).stream()
                .filter(Pairing::conflict)
                .toList();
    }

    /**
     * What is new beside what stood.
     *
     * @param in pairs that did not stand
     * @param out pairs that stood and are not assigned any more
     */
    public record Changes(List<Place> in, List<Place> out) {}

    public Changes changes() {
        var left = new HashSet<Place>();
        pairs.forEach(pair -> {
            if (pair.stands()) left.add(new Place(pair.paper(), pair.reviewer()));
        });
        var in = new ArrayList<Place>();
        for (var pair : solved.all()) {
            var place = new Place(pair.paper(), pair.reviewer());
            if (!left.remove(place)) in.add(place);
        }
        var out = left.stream()
                .sorted((one, other) -> one.paper() == other.paper()
                        ? Integer.compare(one.reviewer(), other.reviewer())
                        : Integer.compare(one.paper(), other.paper()))
                .toList();
        return new Changes(List.copyOf(in), out);
    }

    public Quality quality() {
        return solved.quality();
    }

    /**
     * How many points the best assignment of the pairs that were looked at may be worth more than this one; 0 when this is the best. It is
     * above 0 only where a paper's senior reviewer and another one are of the same institution or country.
     */
    public long gap() {
        return bound - quality().value();
    }

    /** The first question takes up to some seconds at the largest conferences, each further one far less. */
    public Explanation why(int paper, int reviewer) {
        return solved.why(paper, reviewer);
    }
}
