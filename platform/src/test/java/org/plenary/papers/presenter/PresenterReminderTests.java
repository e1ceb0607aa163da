package org.plenary.papers.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.plenary.papers.call.Deadline;

class PresenterReminderTests {
    private static final Deadline UNTIL = new Deadline(LocalDateTime.parse("2027-03-01T12:00"), "Asia/Shanghai");
    private static final Instant MOMENT = Instant.parse("2027-03-01T04:00:00Z");

    @Test
    void authorsAreRemindedTwoWeeksThreeDaysAndADayBeforeAndNotOnceItIsOver() {
        assertThat(before(Duration.ofDays(15))).isEmpty();
        assertThat(before(Duration.ofDays(14))).isEqualTo("weeks:2027-03-01");
        assertThat(before(Duration.ofDays(4))).isEqualTo("weeks:2027-03-01");
        assertThat(before(Duration.ofDays(3))).isEqualTo("days:2027-03-01");
        assertThat(before(Duration.ofDays(1))).isEqualTo("day:2027-03-01");
        assertThat(before(Duration.ofMinutes(1))).isEqualTo("day:2027-03-01");
        assertThat(before(Duration.ofMinutes(-1))).isEmpty();
    }

    private static String before(Duration left) {
        return PresenterReminder.REMINDERS.at(MOMENT.minus(left), UNTIL).orElse("");
    }
}
