package org.plenary.papers.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ReminderScheduleTests {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final ReminderSchedule AHEAD =
            ReminderSchedule.of("week", WEEK).and("day", DAY);
    private static final ReminderSchedule WITH_LATE = AHEAD.andLate();
    private static final Instant DUE = Instant.parse("2027-02-28T22:59:00Z");

    @Test
    void nobodyIsRemindedBeforeTheFirstReminderBegins() {
        assertThat(AHEAD.at(DUE.minus(WEEK).minus(MOMENT), DUE)).isEmpty();
        assertThat(AHEAD.at(DUE.minus(WEEK), DUE)).contains("week");
    }

    @Test
    void aReminderLastsUntilTheNextBegins() {
        assertThat(AHEAD.at(DUE.minus(DAY).minus(MOMENT), DUE)).contains("week");
        assertThat(AHEAD.at(DUE.minus(DAY), DUE)).contains("day");
        assertThat(AHEAD.at(DUE.minus(MOMENT), DUE)).contains("day");
    }

    @Test
    void exactlyAtTheTimeNothingIsLateYet() {
        assertThat(WITH_LATE.at(DUE, DUE)).contains("day");
        assertThat(WITH_LATE.at(DUE.plus(MOMENT), DUE)).contains(ReminderSchedule.LATE);
    }

    @Test
    void nobodyIsNaggedOfWhatIsLateForMoreThanAWeek() {
        assertThat(WITH_LATE.at(DUE.plus(WEEK), DUE)).contains(ReminderSchedule.LATE);
        assertThat(WITH_LATE.at(DUE.plus(WEEK).plus(MOMENT), DUE)).isEmpty();
    }

    @Test
    void afterTheTimeNobodyIsRemindedUnlessTheLateAreTold() {
        assertThat(AHEAD.at(DUE.plus(MOMENT), DUE)).isEmpty();
    }

    @Test
    void theOrderInWhichRemindersAreNamedDoesNotMatter() {
        var turned = ReminderSchedule.of("day", DAY).and("week", WEEK);

        assertThat(turned.at(DUE.minus(DAY), DUE)).contains("day");
        assertThat(turned.at(DUE.minus(WEEK), DUE)).contains("week");
    }

    @Test
    void theDayOfAReminderIsTheOneOfTheDeadlinesZone() {
        var evening = LocalDateTime.parse("2027-02-28T23:59");
        var shanghai = new Deadline(evening, "Asia/Shanghai");
        var anywhere = new Deadline(evening, Deadline.ANYWHERE_ON_EARTH);

        assertThat(WITH_LATE.at(Instant.parse("2027-02-28T15:59:00Z"), shanghai))
                .contains("day:2027-02-28");
        assertThat(WITH_LATE.at(Instant.parse("2027-02-28T15:59:01Z"), shanghai))
                .contains("late:2027-02-28");
        assertThat(WITH_LATE.at(Instant.parse("2027-03-01T11:59:00Z"), anywhere))
                .contains("day:2027-02-28");
        assertThat(WITH_LATE.at(Instant.parse("2027-03-01T11:59:01Z"), anywhere))
                .contains("late:2027-02-28");
    }

    @Test
    void aDayIsTwentyFourHoursAlsoWhenTheClocksChange() {
        var due = new Deadline(LocalDateTime.parse("2027-03-28T12:00"), "Europe/Berlin");

        assertThat(AHEAD.at(Instant.parse("2027-03-27T09:59:59Z"), due)).contains("week:2027-03-28");
        assertThat(AHEAD.at(Instant.parse("2027-03-27T10:00:00Z"), due)).contains("day:2027-03-28");
    }

    @Test
    void aMovedDayIsRemindedOfAnew() {
        var moved = new Deadline(LocalDateTime.parse("2027-03-01T23:59"), "Europe/Berlin");

        assertThat(AHEAD.at(DUE.minus(DAY), moved)).contains("week:2027-03-01");
    }

    @Test
    void withoutADayNobodyIsReminded() {
        Deadline none = null;
        assertThat(WITH_LATE.at(DUE, none)).isEmpty();
    }
}
