package org.plenary.papers.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.plenary.papers.delegation.SubReview.Standing;

class SubReviewReminderTests {
    private static final Instant DUE = Instant.parse("2027-02-28T22:59:00Z");

    @Test
    void whoWritesIsRemindedTwoDaysBeforeAndBothSidesAreToldWhenItIsLate() {
        assertThat(when(Duration.ofDays(3))).isEmpty();
        assertThat(when(Duration.ofHours(48))).isEqualTo("soon");
        assertThat(when(Duration.ofMinutes(-1))).isEqualTo("late");
        assertThat(when(Duration.ofDays(-8))).as("nobody is nagged for ever").isEmpty();
    }

    @Test
    void whoWasAskedTodayForTomorrowIsNotRemindedToday() {
        assertThat(SubReviewReminder.when(asked(DUE.minus(Duration.ofHours(30))), DUE.minus(Duration.ofHours(29))))
                .isEmpty();
    }

    @Test
    void aLinkOpensForTwoWeeksAfterItsDay() {
        var request = asked(DUE.minus(Duration.ofDays(20)));
        assertThat(request.isExpired(DUE.plus(Duration.ofDays(14)))).isFalse();
        assertThat(request.isExpired(DUE.plus(Duration.ofDays(14)).plusSeconds(1)))
                .isTrue();
    }

    private static String when(Duration before) {
        return SubReviewReminder.when(asked(DUE.minus(Duration.ofDays(20))), DUE.minus(before))
                .orElse("");
    }

    private static SubReview asked(Instant at) {
        return new SubReview(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "Sam",
                "sam@uni-four.example",
                null,
                Locale.ENGLISH,
                Standing.ASKED,
                null,
                null,
                SubReview.NOTHING,
                at,
                DUE,
                null,
                1);
    }
}
