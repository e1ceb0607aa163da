package org.plenary.papers.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** PLAN-06 to PLAN-08. */
class MilestonesTests {
    @Test
    void theCallBeginsTwentyMonthsBeforeAndIsOutSixteenMonthsBefore() {
        var milestones = Milestones.of(LocalDate.parse("2028-09-11"));

        assertThat(milestones.begin()).isEqualTo("2027-01-11");
        assertThat(milestones.notice()).isEqualTo("2027-05-11");
    }

    @Test
    void papersForTheFirstHalfOfAYearAreDueInOctoberAndForTheSecondAtTheEndOfTheYearBefore() {
        assertThat(Milestones.of(LocalDate.parse("2028-06-30")).deadline()).isEqualTo("2027-10-31");
        assertThat(Milestones.of(LocalDate.parse("2028-07-01")).deadline()).isEqualTo("2027-12-31");
    }

    @Test
    void aLaterDeadlineIsLateAndTheDayItselfIsNot() {
        var milestones = Milestones.of(LocalDate.parse("2028-06-30"));

        assertThat(milestones.isLate(LocalDate.parse("2027-10-31"))).isFalse();
        assertThat(milestones.isLate(LocalDate.parse("2027-11-01"))).isTrue();
    }
}
