package org.plenary.papers.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.plenary.papers.call.Deadline;

class ReviewReminderTests {
    private static final Deadline DUE = new Deadline(LocalDateTime.of(2027, 2, 28, 23, 59), "Europe/Berlin");

    @Test
    void reviewersAreRemindedAWeekBeforeTheDayBeforeAndWhenItIsLate() {
        assertThat(when(Duration.ofDays(8))).isEmpty();
        assertThat(when(Duration.ofDays(7))).isEqualTo("week:2027-02-28");
        assertThat(when(Duration.ofHours(25))).isEqualTo("week:2027-02-28");
        assertThat(when(Duration.ofHours(24))).isEqualTo("day:2027-02-28");
        assertThat(when(Duration.ofMinutes(-1))).isEqualTo("late:2027-02-28");
        assertThat(when(Duration.ofDays(-8))).as("nobody is nagged for ever").isEmpty();
    }

    private static String when(Duration before) {
        return ReviewReminder.REMINDERS.at(DUE.instant().minus(before), DUE).orElse("");
    }
}
