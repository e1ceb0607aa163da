package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.plenary.papers.assignment.Explanation.Place;

/** What holds of every assignment. */
class AssignmentPropertyTests {
    private static final Set<Verdict> CANDIDATES = Set.of(Verdict.CHOSEN, Verdict.REVIEWER_FULL, Verdict.PAPER_FULL);

    @Property(tries = 300)
    void nobodyGetsAPaperThatTheyMayNot(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers);
        var pairs = new KnownPairs(input);

        for (var pair : assign(input).assigned()) {
            assertThat(pairs.obstacle(pairs.of(pair.paper(), pair.reviewer()))).isNull();
            assertThat(pair.score()).isEqualTo(pairs.score(pairs.of(pair.paper(), pair.reviewer())));
        }
    }

    @Property(tries = 300)
    void whatIsPinnedIsKeptAndEverythingElseKeepsToTheBounds(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers);
        var pinned = new KnownPairs(input).pinned();

        var assignment = assign(input);

        assertThat(assignment.assigned().stream().filter(Assigned::pinned).map(AssignmentPropertyTests::place))
                .containsExactlyInAnyOrderElementsOf(pinned.stream()
                        .map(pair -> new Place(pair.paper(), pair.reviewer()))
                        .toList());
        assertThat(assignment.assigned().stream().map(AssignmentPropertyTests::place))
                .doesNotHaveDuplicates();
        var perPaper = perPaper(input, pinned);
        var perReviewer = perReviewer(input, pinned);
        for (var paper = 0; paper < papers; paper++)
            assertThat(reviews(assignment, paper))
                    .isLessThanOrEqualTo(
                            Math.max(perPaper[paper], input.papers().get(paper).demand()));
        for (var reviewer = 0; reviewer < reviewers; reviewer++)
            assertThat(load(assignment, reviewer))
                    .isLessThanOrEqualTo(Math.max(
                            perReviewer[reviewer],
                            input.reviewers().get(reviewer).most()));
    }

    @Property(tries = 300)
    void asManyReviewsAreAssignedAsCanBeAndAsManyOfThemToThoseWhoAreToHaveSome(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers);
        var pairs = new KnownPairs(input);
        var perPaper = perPaper(input, pairs.pinned());
        var perReviewer = perReviewer(input, pairs.pinned());

        var quality = assign(input).quality();

        var asked = IntStream.range(0, papers)
                .map(paper -> Math.max(0, input.papers().get(paper).demand() - perPaper[paper]))
                .sum();
        var room = IntStream.range(0, reviewers)
                .map(reviewer -> Math.max(0, input.reviewers().get(reviewer).most() - perReviewer[reviewer]))
                .toArray();
        assertThat(quality.missing()).isEqualTo(asked - MostReviews.beside(pairs, perPaper, room));
        var least = IntStream.range(0, reviewers)
                .map(reviewer -> Math.max(0, input.reviewers().get(reviewer).least() - perReviewer[reviewer]))
                .toArray();
        assertThat(quality.belowLeast())
                .isEqualTo(IntStream.of(least).sum() - MostReviews.beside(pairs, perPaper, least));
    }

    @Property(tries = 300)
    void itIsNeverWorseThanTheGreedyWay(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers);
        var exact = input.with(Conferences.WITHOUT_SENIORS);

        assertThat(assign(exact).quality()).isLessThanOrEqualTo(Quality.of(exact, Greedy.assign(exact)));
        var greedy = Quality.of(input, Greedy.assign(input));
        var assignment = assign(input);
        assertThat(assignment.gap()).isNotNegative();
        if (assignment.gap() == 0) assertThat(assignment.quality()).isLessThanOrEqualTo(greedy);
        if (greedy.missing() == assignment.quality().missing()
                && greedy.belowLeast() == assignment.quality().belowLeast())
            assertThat(assignment.quality().value() + assignment.gap()).isGreaterThanOrEqualTo(greedy.value());
    }

    /** All sets of pairs are tried, so the conferences are very small. */
    @Property(tries = 60)
    void noOtherAssignmentIsBetterThanByTheGap(
            @ForAll long seed, @ForAll @IntRange(max = 3) int papers, @ForAll @IntRange(max = 4) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers);
        var exact = input.with(Conferences.WITHOUT_SENIORS);

        var found = assign(exact);
        assertThat(found.gap()).isZero();
        assertThat(found.quality()).isEqualByComparingTo(BestOfAll.of(exact));
        var best = BestOfAll.of(input);
        var assignment = assign(input);
        assertThat(assignment.quality().missing()).isEqualTo(best.missing());
        assertThat(assignment.quality().belowLeast()).isEqualTo(best.belowLeast());
        assertThat(assignment.quality().value()).isBetween(best.value() - assignment.gap(), best.value());
    }

    @Property(tries = 100)
    void theSameInputGivesTheSameAssignment(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        assertThat(assign(Conferences.any(seed, papers, reviewers)).assigned())
                .isEqualTo(assign(Conferences.any(seed, papers, reviewers)).assigned());
    }

    /** What the explanation says is what comes of doing it. */
    @Property(tries = 100)
    void whatWouldComeOfDecidingOtherwiseIsWhatComesOfIt(
            @ForAll long seed, @ForAll @IntRange(max = 5) int papers, @ForAll @IntRange(max = 5) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers).with(Conferences.WITHOUT_SENIORS);
        var assignment = assign(input);

        for (var paper = 0; paper < papers; paper++) {
            for (var reviewer = 0; reviewer < reviewers; reviewer++) {
                var explanation = assignment.why(paper, reviewer);
                var otherwise = explanation.otherwise();
                if (otherwise == null) continue;
                var pair = new KnownPairs(input).of(paper, reviewer);
                var decided = explanation.verdict() == Verdict.CHOSEN ? pair.forbidden() : pair.pinned();

                var then = assign(Conferences.with(input, decided)).quality();

                var now = assignment.quality();
                if (!CANDIDATES.contains(explanation.verdict())) continue;
                assertThat(now.value() - then.value()).isEqualTo(otherwise.cost());
                assertThat(then.missing() + then.belowLeast() - now.missing() - now.belowLeast())
                        .isEqualTo(otherwise.missing());
            }
        }
    }

    @Property(tries = 100)
    void whatStandsIsLeftAloneWhenNothingHasChanged(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers).with(Conferences.WITHOUT_SENIORS);
        var first = assign(input);

        var again = assign(Conferences.standing(input, first).with(Conferences.WITHOUT_SENIORS.withStability(1)));

        assertThat(again.changes()).isEqualTo(new Assignment.Changes(List.of(), List.of()));
    }

    @Property(tries = 100)
    void fewCandidatesAreEnoughToFindAsManyReviewers(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers);

        var among = AssigningReviewers.assignAmongBest(input, 1, 8);

        assertThat(among.quality().missing()).isEqualTo(assign(input).quality().missing());
    }

    /** What is drawn out is not assigned, and what it costs can be told. */
    @Property(tries = 100)
    void aCapNeverGainsAnything(
            @ForAll long seed, @ForAll @IntRange(max = 9) int papers, @ForAll @IntRange(max = 8) int reviewers) {
        var input = Conferences.any(seed, papers, reviewers).with(Conferences.WITHOUT_SENIORS);

        var free = assign(input.with(Cap.none())).quality();

        assertThat(free)
                .isLessThanOrEqualTo(assign(input.with(new Cap(0.5, seed))).quality());
    }

    private static Assignment assign(AssignmentInput input) {
        return AssigningReviewers.assign(input, AssignmentRun.unwatched());
    }

    private static Place place(Assigned pair) {
        return new Place(pair.paper(), pair.reviewer());
    }

    private static long reviews(Assignment assignment, int paper) {
        return assignment.assigned().stream()
                .filter(pair -> pair.paper() == paper)
                .count();
    }

    private static long load(Assignment assignment, int reviewer) {
        return assignment.assigned().stream()
                .filter(pair -> pair.reviewer() == reviewer)
                .count();
    }

    private static int[] perPaper(AssignmentInput input, List<Pairing> pinned) {
        var counts = new int[input.papers().size()];
        pinned.forEach(pair -> counts[pair.paper()]++);
        return counts;
    }

    private static int[] perReviewer(AssignmentInput input, List<Pairing> pinned) {
        var counts = new int[input.reviewers().size()];
        pinned.forEach(pair -> counts[pair.reviewer()]++);
        return counts;
    }
}
