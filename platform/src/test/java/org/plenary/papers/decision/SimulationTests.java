package org.plenary.papers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.plenary.papers.submission.PaperStatus;

class SimulationTests {
    @Test
    void theBestAreAcceptedBesideThoseAcceptedAlready() {
        var line = line(
                3,
                paper(1, 3.0, PaperStatus.SUBMITTED),
                paper(2, 5.5, PaperStatus.SUBMITTED),
                paper(3, 1.0, PaperStatus.ACCEPTED),
                paper(4, 4.0, PaperStatus.SUBMITTED));

        assertThat(line.kept()).isEqualTo(1);
        assertThat(line.accept()).extracting(Candidate::number).containsExactly(2, 4);
        assertThat(line.reject()).extracting(Candidate::number).containsExactly(1);
        assertThat(line.least()).isEqualTo(4.0);
        assertThat(line.isTied()).isFalse();
    }

    @Test
    void whatNobodyHasScoredIsLeftToPeopleAndARejectedPaperStaysOut() {
        var line = line(
                5,
                paper(1, null, PaperStatus.SUBMITTED),
                paper(2, 6.0, PaperStatus.REJECTED),
                paper(3, 2.0, PaperStatus.SUBMITTED));

        assertThat(line.accept()).extracting(Candidate::number).containsExactly(3);
        assertThat(line.reject()).isEmpty();
        assertThat(line.left()).extracting(Candidate::number).containsExactly(1);
    }

    @Test
    void papersWithTheSameScoreOnBothSidesOfTheLineAreToldOf() {
        var line = line(1, paper(7, 4.0, PaperStatus.SUBMITTED), paper(3, 4.0, PaperStatus.SUBMITTED));

        assertThat(line.isTied()).isTrue();
        assertThat(line.accept()).extracting(Candidate::number).containsExactly(3);
        assertThat(line.near()).extracting(near -> near.paper().number()).containsExactly(3, 7);
    }

    @Test
    void whenMoreAreAcceptedAlreadyThanWantedTheRestIsRejected() {
        var line = line(0, paper(1, 6.0, PaperStatus.ACCEPTED), paper(2, 6.0, PaperStatus.SUBMITTED));

        assertThat(line.accept()).isEmpty();
        assertThat(line.reject()).extracting(Candidate::number).containsExactly(2);
    }

    @Test
    void anotherScoreMakesAnotherMark() {
        var one = paper(1, 3.0, PaperStatus.SUBMITTED);
        var two = paper(2, 2.0, PaperStatus.SUBMITTED);
        var better = new Candidate(two.id(), 2, "Paper", "", PaperStatus.SUBMITTED, 1, 5.0, 5, 5);

        assertThat(Simulation.of(List.of(one, two), Map.of("", 1)).mark())
                .isEqualTo(Simulation.of(List.of(two, one), Map.of("", 1)).mark())
                .isNotEqualTo(Simulation.of(List.of(one, better), Map.of("", 1)).mark());
    }

    private static Simulation.Line line(int wanted, Candidate... papers) {
        return Simulation.of(List.of(papers), Map.of("", wanted)).lines().getFirst();
    }

    private static Candidate paper(int number, @Nullable Double score, PaperStatus status) {
        var whole = score == null ? null : Integer.valueOf(score.intValue());
        return new Candidate(Ids.next(), number, "Paper", "", status, score == null ? 0 : 1, score, whole, whole);
    }
}
