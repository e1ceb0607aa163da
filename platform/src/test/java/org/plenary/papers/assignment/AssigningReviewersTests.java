package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenary.papers.assignment.Assignment.Shortage;
import org.plenary.papers.assignment.Explanation.Place;

/** What is done about single cases. */
class AssigningReviewersTests {
    @Test
    void whereAllWantTheSameReviewerOthersAreLookedFor() {
        var pairings = IntStream.range(0, 30)
                .mapToObj(paper -> Pairing.of(paper, 0, 1))
                .toList();
        var input = conference(30, 1, 30, 1, pairings);

        var assignment = AssigningReviewers.assignAmongBest(input, 1, 5);

        assertThat(assignment.quality().missing()).isZero();
        assertThat(load(assignment, 0)).isOne();
    }

    @Test
    void reviewsThatNobodyCanWriteAreToldPaperByPaper() {
        var assignment = assign(conference(
                2,
                3,
                2,
                9,
                List.of(Pairing.of(0, 0, 1).inConflict(), Pairing.of(0, 1, 1).forbidden())));

        assertThat(assignment.shortages()).containsExactly(new Shortage(0, 3), new Shortage(1, 1));
        assertThat(assignment.why(0, 0).verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(assignment.why(0, 1).verdict()).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void aConflictIsStrongerThanAPin() {
        var pin = Pairing.of(0, 0, 1).pinned().inConflict();

        var assignment = assign(conference(1, 1, 1, 1, List.of(pin)));

        assertThat(assignment.assigned()).isEmpty();
        assertThat(assignment.overruledPins()).containsExactly(pin);
    }

    @Test
    void whoIsPinnedBeyondTheirMostIsToldOf() {
        var assignment = assign(conference(
                2,
                1,
                1,
                1,
                List.of(Pairing.of(0, 0, 0).pinned(), Pairing.of(1, 0, 0).pinned())));

        assertThat(assignment.assigned()).hasSize(2);
        assertThat(assignment.aboveMost()).containsExactly(new Assignment.OffLoad(0, 1));
    }

    @Test
    void workIsSpreadWhereNothingSpeaksAgainstIt() {
        var assignment = assign(conference(30, 3, 10, 30, List.of()));

        assertThat(assignment.quality().leastLoad()).isEqualTo(9);
        assertThat(assignment.quality().mostLoad()).isEqualTo(9);
    }

    @Test
    void aPaperGetsASeniorReviewerAndOthersFromElsewhere() {
        var reviewers = List.of(
                from("ETH", "Switzerland", true),
                from("ETH", "Switzerland", false),
                from("Tsinghua", "China", false),
                from("Tsinghua", "China", false),
                from("MIT", "United States", false));
        var pairings = IntStream.range(0, 5)
                .mapToObj(reviewer -> Pairing.of(0, reviewer, 0.9 - 0.05 * reviewer))
                .toList();
        var input =
                new AssignmentInput(List.of(Conferences.paper(0, 3)), reviewers, pairings, Weights.usual(), Cap.none());

        var assignment = assign(input);

        assertThat(assignment.assigned().stream().map(Assigned::reviewer)).containsExactly(0, 2, 4);
        assertThat(assignment.quality().withoutSenior()).isZero();
        assertThat(assignment.quality().sameInstitution()).isZero();
    }

    @Test
    void anExplanationSaysWhoWouldGo() {
        var input = conference(1, 1, 2, 1, List.of(Pairing.of(0, 0, 0.9), Pairing.of(0, 1, 0.4)));
        var assignment = assign(input);

        var chosen = assignment.why(0, 0);
        var not = assignment.why(0, 1);

        assertThat(chosen.verdict()).isEqualTo(Verdict.CHOSEN);
        assertThat(chosen.score()).isEqualTo(new Score(900, 0, 0, 0));
        assertThat(not.verdict()).isEqualTo(Verdict.PAPER_FULL);
        assertThat(not.otherwise())
                .isEqualTo(new Explanation.Otherwise(500, 0, List.of(new Place(0, 0)), List.of(new Place(0, 1))));
        assertThat(chosen.otherwise()).isEqualTo(not.otherwise());
    }

    @Test
    void oneChangeByHandMovesFewOthersWhereStabilityWeighsMuch() {
        var calm = 0;
        var restless = 0;
        for (var seed = 0; seed < 20; seed++) {
            var input = Conferences.any(seed, 20, 15);
            var first = assign(input);
            var gone = first.assigned().stream()
                    .filter(pair -> !pair.pinned())
                    .findFirst()
                    .orElseThrow();
            var standing = Conferences.standing(input, first);
            var pair = new KnownPairs(standing).of(gone.paper(), gone.reviewer());
            var edited = Conferences.with(standing, pair.forbidden());
            calm += assign(edited.with(Weights.usual().withStability(5_000)))
                    .changes()
                    .in()
                    .size();
            restless += assign(edited.with(Weights.usual().withStability(0)))
                    .changes()
                    .in()
                    .size();
        }

        assertThat(calm).isLessThan(restless);
    }

    @Test
    void aCancelledRunEnds() {
        var cancelled = AssignmentRun.unwatched();
        cancelled.cancel();
        var input = Conferences.any(1, 9, 9);

        assertThatThrownBy(() -> AssigningReviewers.assign(input, cancelled)).isInstanceOf(CancellationException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> AssigningReviewers.assign(input, AssignmentRun.unwatched()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(assign(input).assigned()).isNotEmpty();
    }

    @Test
    void whoCancelsWhileItIsSolvedNeedNotWaitForIt() {
        var input = Conferences.any(1, 9, 9);
        var runs = new ArrayList<AssignmentRun>();
        runs.add(new AssignmentRun((stage, _) -> {
            if (stage == RunStage.WAITING) runs.getFirst().cancel();
        }));

        assertThatThrownBy(() -> AssigningReviewers.assign(input, runs.getFirst()))
                .isInstanceOf(CancellationException.class);
        assertThat(assign(input).assigned()).isNotEmpty();
    }

    @Test
    void aRunTellsHowFarItIs() {
        var told = new ArrayList<RunStage>();

        AssigningReviewers.assign(conference(2, 1, 2, 1, List.of()), new AssignmentRun((stage, _) -> told.add(stage)));

        assertThat(told)
                .startsWith(RunStage.CANDIDATES)
                .contains(RunStage.SOLVING)
                .endsWith(RunStage.DONE);
    }

    private static Assignment assign(AssignmentInput input) {
        return AssigningReviewers.assign(input, AssignmentRun.unwatched());
    }

    private static AssignmentInput conference(int papers, int demand, int reviewers, int most, List<Pairing> pairings) {
        return new AssignmentInput(
                IntStream.range(0, papers)
                        .mapToObj(paper -> Conferences.paper(paper, demand))
                        .toList(),
                IntStream.range(0, reviewers)
                        .mapToObj(reviewer -> Conferences.reviewer(reviewer, most))
                        .toList(),
                pairings,
                Weights.usual(),
                Cap.none());
    }

    private static AvailableReviewer from(String institution, String country, boolean senior) {
        return new AvailableReviewer(Conferences.id(7), 0, 1, senior, country, institution, Set.of(), Map.of());
    }

    private static long load(Assignment assignment, int reviewer) {
        return assignment.assigned().stream()
                .filter(pair -> pair.reviewer() == reviewer)
                .count();
    }
}
