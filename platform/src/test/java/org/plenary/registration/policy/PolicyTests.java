package org.plenary.registration.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.Venue;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;

class PolicyTests {
    private static final LocalDate START = LocalDate.parse("2027-05-10");
    private static final ConferenceView CONFERENCE = new ConferenceView(
            UUID.randomUUID(),
            "conf27",
            new LocalizedText(java.util.Map.of("en", "Conf")),
            new LocalizedText(java.util.Map.of()),
            START,
            START.plusDays(2),
            ZoneId.of("Europe/Berlin"),
            new Venue(
                    new LocalizedText(java.util.Map.of("en", "Hall")),
                    new LocalizedText(java.util.Map.of("en", "Berlin")),
                    "DE"),
            CurrencyUnit.EUR,
            List.of(Locale.ENGLISH),
            ConferenceStatus.PUBLISHED,
            null,
            null,
            0);

    @Test
    void withoutStepsAllGoesBackUntilTheConferenceStarts() {
        var policy = Policy.DEFAULT;

        assertThat(policy.refundPercent(CONFERENCE, START.minusDays(1))).isEqualTo(100);
        assertThat(policy.refundPercent(CONFERENCE, START)).isZero();
        assertThat(policy.mayEdit(CONFERENCE, START.minusDays(1))).isTrue();
        assertThat(policy.mayEdit(CONFERENCE, START)).isFalse();
        assertThat(policy.mayWithdraw(CONFERENCE, START.minusDays(1))).isFalse();
    }

    @Test
    void eachStepHoldsOnItsLastDayAndNoLonger() {
        var policy = policy(step("2027-03-31", 90), step("2027-04-30", 50));

        assertThat(policy.refundPercent(CONFERENCE, LocalDate.parse("2027-03-31")))
                .isEqualTo(90);
        assertThat(policy.refundPercent(CONFERENCE, LocalDate.parse("2027-04-01")))
                .isEqualTo(50);
        assertThat(policy.refundPercent(CONFERENCE, LocalDate.parse("2027-04-30")))
                .isEqualTo(50);
        assertThat(policy.refundPercent(CONFERENCE, LocalDate.parse("2027-05-01")))
                .isZero();
    }

    @Test
    void stepsRiseInTimeAndFallInMoney() {
        assertThatThrownBy(() ->
                        policy(step("2027-04-30", 50), step("2027-04-30", 40)).check(List.of()))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.violations().getFirst().pointer())
                                .isEqualTo("/refunds/1/until"));
        assertThatThrownBy(() ->
                        policy(step("2027-04-30", 50), step("2027-05-01", 60)).check(List.of()))
                .isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> policy(step("2027-04-30", 101)).check(List.of()))
                .isInstanceOf(Problem.InvalidInput.class);
    }

    private static Policy policy(Policy.Step... steps) {
        return new Policy(null, null, true, null, null, List.of(), List.of(), null, null, List.of(steps));
    }

    private static Policy.Step step(String until, int percent) {
        return new Policy.Step(LocalDate.parse(until), percent);
    }
}
