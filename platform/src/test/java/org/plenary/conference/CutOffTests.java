package org.plenary.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CutOffTests {
    private static final LocalDate START = LocalDate.of(2027, 8, 9);
    private static final LocalDate JUNE_9 = LocalDate.of(2027, 6, 9);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aConferenceOf999PeopleEndsItsRegistrationTwoMonthsBefore() {
        assertThat(CutOffAdvice.of(START, 999).suggested()).isEqualTo(JUNE_9);
    }

    @Test
    void aConferenceOf1000PeopleEndsItsRegistrationThreeToFourMonthsBefore() {
        var advice = CutOffAdvice.of(START, 1000);

        assertThat(advice.suggested()).isEqualTo(LocalDate.of(2027, 5, 9));
        assertThat(advice.earliest()).isEqualTo(LocalDate.of(2027, 4, 9));
        assertThat(advice.latest()).isEqualTo(LocalDate.of(2027, 5, 9));
        assertThat(advice.fits(LocalDate.of(2027, 4, 9))).isTrue();
        assertThat(advice.fits(LocalDate.of(2027, 5, 9))).isTrue();
        assertThat(advice.fits(LocalDate.of(2027, 4, 8))).isFalse();
        assertThat(advice.fits(LocalDate.of(2027, 5, 10))).isFalse();
    }

    @Test
    void theLastDayLastsUntilMidnightAtTheVenue() {
        var cutOff = new CutOff(JUNE_9, false, false);

        assertThat(cutOff.hasPassed(Instant.parse("2027-06-09T15:59:59Z"), SHANGHAI))
                .isFalse();
        assertThat(cutOff.hasPassed(Instant.parse("2027-06-09T16:00:00Z"), SHANGHAI))
                .isTrue();
        assertThat(cutOff.hasPassed(Instant.parse("2027-06-09T16:00:01Z"), SHANGHAI))
                .isTrue();
    }

    @Test
    void anywhereOnEarthTheDayEndsWithTheLastPlaceThatHasIt() {
        var cutOff = new CutOff(JUNE_9, true, false);

        assertThat(cutOff.hasPassed(Instant.parse("2027-06-10T11:59:59Z"), SHANGHAI))
                .isFalse();
        assertThat(cutOff.hasPassed(Instant.parse("2027-06-10T12:00:00Z"), SHANGHAI))
                .isTrue();
    }

    @Test
    void theDayOnWhichTheClocksChangeLastsUntilItsOwnMidnight() {
        var berlin = ZoneId.of("Europe/Berlin");
        var spring = new CutOff(LocalDate.of(2027, 3, 28), false, false);
        var autumn = new CutOff(LocalDate.of(2027, 10, 31), false, false);

        // 23 hours long in spring, 25 in autumn
        assertThat(spring.hasPassed(Instant.parse("2027-03-28T21:59:59Z"), berlin))
                .isFalse();
        assertThat(spring.hasPassed(Instant.parse("2027-03-28T22:00:00Z"), berlin))
                .isTrue();
        assertThat(autumn.hasPassed(Instant.parse("2027-10-31T22:59:59Z"), berlin))
                .isFalse();
        assertThat(autumn.hasPassed(Instant.parse("2027-10-31T23:00:00Z"), berlin))
                .isTrue();
    }

    @Test
    void aDayWhoseMidnightDoesNotExistBeginsWhenItBegins() {
        // In Beirut the clocks went from 0:00 to 1:00 on 28 March 2027.
        var beirut = ZoneId.of("Asia/Beirut");
        var cutOff = new CutOff(LocalDate.of(2027, 3, 27), false, false);

        assertThat(cutOff.hasPassed(Instant.parse("2027-03-27T21:59:59Z"), beirut))
                .isFalse();
        assertThat(cutOff.hasPassed(Instant.parse("2027-03-27T22:00:00Z"), beirut))
                .isTrue();
    }
}
