package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Papers, reviewers and what is known of them, by chance. */
final class Conferences {
    static final Weights WITHOUT_SENIORS = new Weights(1_000, 250, 200, 0, 200, 30, 5, 0);

    private static final List<String> INSTITUTIONS = List.of("", "Tsinghua", "ETH", "Cambridge");
    private static final List<String> COUNTRIES = List.of("", "China", "Switzerland");
    private static final List<String> TRACKS = List.of("learning", "planning");
    private static final List<String> TOPICS = List.of("grasping", "walking", "flying");

    private final Random random;

    private Conferences(long seed) {
        random = new Random(seed);
    }

    /** The same seed makes the same one. */
    static AssignmentInput any(long seed, int papers, int reviewers) {
        return new Conferences(seed).make(papers, reviewers);
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static PaperToReview paper(int number, int demand) {
        return new PaperToReview(id(number), demand, "", Set.of());
    }

    static AvailableReviewer reviewer(int number, int most) {
        return new AvailableReviewer(id(1_000_000 + number), 0, most, false, "", "", Set.of(), Map.of());
    }

    static AssignmentInput with(AssignmentInput input, Pairing other) {
        var changed = new ArrayList<>(input.pairings());
        changed.removeIf(pair -> pair.paper() == other.paper() && pair.reviewer() == other.reviewer());
        changed.add(other);
        return input.with(changed);
    }

    /** The same, with what was assigned standing and nothing else. */
    static AssignmentInput standing(AssignmentInput input, Assignment assignment) {
        var stands = new HashSet<Explanation.Place>();
        assignment.assigned().forEach(pair -> stands.add(new Explanation.Place(pair.paper(), pair.reviewer())));
        var pairings = new ArrayList<Pairing>();
        for (var pair : input.pairings())
            pairings.add(new Pairing(
                    pair.paper(),
                    pair.reviewer(),
                    pair.affinity(),
                    pair.bid(),
                    pair.conflict(),
                    pair.hand(),
                    stands.remove(new Explanation.Place(pair.paper(), pair.reviewer()))));
        stands.forEach(place ->
                pairings.add(Pairing.of(place.paper(), place.reviewer(), 0).standing()));
        return input.with(pairings);
    }

    private AssignmentInput make(int papers, int reviewers) {
        return new AssignmentInput(
                IntStream.range(0, papers).mapToObj(this::anyPaper).toList(),
                IntStream.range(0, reviewers).mapToObj(this::anyReviewer).toList(),
                anyPairings(papers, reviewers),
                Weights.usual(),
                new Cap(random.nextBoolean() ? 1 : 0.8, random.nextLong()));
    }

    private PaperToReview anyPaper(int number) {
        return new PaperToReview(id(number), random.nextInt(4), any(TRACKS), Set.of(any(TOPICS), "writing"));
    }

    private AvailableReviewer anyReviewer(int number) {
        var least = random.nextInt(3);
        return new AvailableReviewer(
                id(1_000_000 + number),
                least,
                least + random.nextInt(3),
                random.nextInt(3) == 0,
                any(COUNTRIES),
                any(INSTITUTIONS),
                random.nextInt(4) == 0 ? Set.of(any(TRACKS)) : Set.of(),
                Map.of(any(TOPICS), random.nextInt(5) - 2));
    }

    private List<Pairing> anyPairings(int papers, int reviewers) {
        var pairings = new ArrayList<Pairing>();
        for (var paper = 0; paper < papers; paper++) {
            for (var reviewer = 0; reviewer < reviewers; reviewer++) {
                if (random.nextInt(5) == 0) continue;
                var pairing = Pairing.of(paper, reviewer, random.nextDouble());
                if (random.nextInt(3) == 0) pairing = pairing.withBid(random.nextInt(5) - 2);
                if (random.nextInt(8) == 0) pairing = pairing.inConflict();
                if (random.nextInt(15) == 0) pairing = pairing.pinned();
                else if (random.nextInt(15) == 0) pairing = pairing.forbidden();
                if (random.nextInt(10) == 0) pairing = pairing.standing();
                pairings.add(pairing);
            }
        }
        return pairings;
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
