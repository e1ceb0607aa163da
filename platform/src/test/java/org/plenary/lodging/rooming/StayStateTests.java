package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.lodging.rooming.StayState.DEPARTED;
import static org.plenary.lodging.rooming.StayState.EXPECTED;
import static org.plenary.lodging.rooming.StayState.IN_HOUSE;
import static org.plenary.lodging.rooming.StayState.NO_SHOW;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StayStateTests {
    private static final LocalDate CHECK_IN = LocalDate.of(2027, 5, 10);

    @Test
    void nobodyArrivesBeforeTheDayOfArrival() {
        assertThat(EXPECTED.next(CHECK_IN.minusDays(1), CHECK_IN)).isEmpty();
        assertThat(EXPECTED.next(CHECK_IN, CHECK_IN)).containsExactly(IN_HOUSE, DEPARTED);
    }

    @Test
    void whoMayStillArriveIsNoNoShow() {
        assertThat(EXPECTED.mayBecome(NO_SHOW, CHECK_IN, CHECK_IN)).isFalse();
        assertThat(EXPECTED.mayBecome(NO_SHOW, CHECK_IN.plusDays(1), CHECK_IN)).isTrue();
    }

    @Test
    void whoCameIsNoNoShowAndWhoDidNotComeDoesNotLeave() {
        var later = CHECK_IN.plusDays(1);

        assertThat(IN_HOUSE.mayBecome(NO_SHOW, later, CHECK_IN)).isFalse();
        assertThat(DEPARTED.mayBecome(NO_SHOW, later, CHECK_IN)).isFalse();
        assertThat(NO_SHOW.mayBecome(DEPARTED, later, CHECK_IN)).isFalse();
    }

    @Test
    void aWrongTickIsTakenBackAndWhoComesLateIsInHouse() {
        var later = CHECK_IN.plusDays(1);

        assertThat(NO_SHOW.next(later, CHECK_IN)).containsExactly(EXPECTED, IN_HOUSE);
        assertThat(DEPARTED.next(later, CHECK_IN)).containsExactly(EXPECTED, IN_HOUSE);
        assertThat(IN_HOUSE.mayBecome(IN_HOUSE, later, CHECK_IN)).isFalse();
    }
}
