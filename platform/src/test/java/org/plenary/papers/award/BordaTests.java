package org.plenary.papers.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BordaTests {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final List<UUID> ALL = List.of(A, B, C);

    @Test
    void theFirstOfThreeGetsTwoPointsTheSecondOneAndWhatIsNotRankedNone() {
        var count = Borda.of(ALL, List.of(ballot(B, A), ballot(B)));

        assertThat(count.standings())
                .containsExactly(
                        new Borda.Standing(B, 4, 2, 1), new Borda.Standing(A, 1, 2, 2), new Borda.Standing(C, 0, 2, 3));
        assertThat(count.proposal(1)).isEqualTo(new Borda.Proposal(Set.of(B), Set.of()));
        assertThat(count.proposal(3).certain()).as("nothing without points").containsExactlyInAnyOrder(A, B);
    }

    @Test
    void papersThatAreLevelForTheLastPlaceAreLeftToPeople() {
        var count = Borda.of(ALL, List.of(ballot(A, B), ballot(B, A)));

        assertThat(count.proposal(1)).isEqualTo(new Borda.Proposal(Set.of(), Set.of(A, B)));
        assertThat(count.proposal(1).isFollowedBy(Set.of(A))).isFalse();
        assertThat(count.proposal(2)).isEqualTo(new Borda.Proposal(Set.of(A, B), Set.of()));
        assertThat(count.proposal(2).isFollowedBy(Set.of(B, A))).isTrue();
    }

    @Test
    void aConflictOfInterestOfAJurorCostsAPaperNothing() {
        var count =
                Borda.of(ALL, List.of(ballot(A, B), new Ballot(List.of(B), List.of(B, C), List.of(A)), ballot(A, B)));

        assertThat(count.standings().getFirst()).isEqualTo(new Borda.Standing(A, 4, 2, 1));
        assertThat(count.standings().get(1)).isEqualTo(new Borda.Standing(B, 4, 3, 2));
    }

    @Test
    void thoseAfterAPaperThatDroppedOutMoveUp() {
        var count = Borda.of(List.of(B, C), List.of(ballot(A, B, C)));

        assertThat(count.standings()).containsExactly(new Borda.Standing(B, 1, 1, 1), new Borda.Standing(C, 0, 1, 2));
    }

    @Test
    void withoutVotesNothingIsProposed() {
        assertThat(Borda.of(ALL, List.of()).proposal(2).isEmpty()).isTrue();
        assertThat(Borda.of(ALL, List.of()).proposal(2).isFollowedBy(Set.of())).isFalse();
    }

    private static Ballot ballot(UUID... ranking) {
        return new Ballot(List.of(ranking), ALL, List.of());
    }
}
