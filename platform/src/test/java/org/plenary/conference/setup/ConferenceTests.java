package org.plenary.conference.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plenary.conference.ConferenceStatus.ARCHIVED;
import static org.plenary.conference.ConferenceStatus.CANCELLED;
import static org.plenary.conference.ConferenceStatus.CLOSED;
import static org.plenary.conference.ConferenceStatus.DRAFT;
import static org.plenary.conference.ConferenceStatus.PUBLISHED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenary.conference.ConferenceStatus;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;

class ConferenceTests {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private static final Map<ConferenceStatus, Set<ConferenceStatus>> MOVES = Map.of(
            DRAFT, Set.of(PUBLISHED),
            PUBLISHED, Set.of(CLOSED, CANCELLED),
            CLOSED, Set.of(PUBLISHED, CANCELLED, ARCHIVED),
            CANCELLED, Set.of(ARCHIVED),
            ARCHIVED, Set.of());

    @Test
    void onlyTheMovesOfTheContractArePossible() {
        for (var from : ConferenceStatus.values())
            for (var to : ConferenceStatus.values())
                assertThat(in(from).mayMoveTo(to))
                        .as(from + " to " + to)
                        .isEqualTo(MOVES.get(from).contains(to));
    }

    @Test
    void aMoveThatIsNotPossibleIsAConflict() {
        assertThatExceptionOfType(Problem.Conflict.class)
                .isThrownBy(() -> in(DRAFT).moveTo(ARCHIVED, NOW))
                .satisfies(e -> assertThat(e.code()).isEqualTo("status_move"));
    }

    @Test
    void aClosedConferenceStaysOneThatWasPublic() {
        assertThat(in(DRAFT).wasPublic()).isFalse();
        assertThat(in(CLOSED).wasPublic()).isTrue();
    }

    private static Conference in(ConferenceStatus status) {
        var day = LocalDate.of(2027, 5, 14);
        var conference = new Conference(
                Ids.next(), new Conference.Settings("corl", day, day.plusDays(3), "Asia/Shanghai", "EUR", "{}"), NOW);
        if (status == DRAFT) return conference;
        conference.moveTo(PUBLISHED, NOW);
        if (status == PUBLISHED) return conference;
        conference.moveTo(CLOSED, NOW);
        if (status == CANCELLED) conference.moveTo(CANCELLED, NOW);
        if (status == ARCHIVED) conference.moveTo(ARCHIVED, NOW);
        return conference;
    }
}
