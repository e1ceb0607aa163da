package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HoldTimesTests {
    private static final Instant ORDERED = Instant.parse("2027-01-10T12:00:00Z");
    private static final RegistrationSettings SETTINGS =
            new RegistrationSettings(Duration.ofMinutes(35), Duration.ofMinutes(105), Duration.ofSeconds(30));

    @Test
    void aFreshHoldLastsAsLongAsItsFirstPaymentPageNeeds() {
        var hold = at(ORDERED).start();

        var page = at(ORDERED.plusSeconds(2)).pageFor(ORDERED);

        assertThat(page.isHeldBy(hold.until())).isTrue();
        assertThat(hold.until()).isAfter(page.openUntil());
    }

    @Test
    void aHoldThatBeganEarlierIsMadeLonger() {
        var hold = at(ORDERED).start();

        var page = at(ORDERED.plusSeconds(60)).pageFor(ORDERED);

        assertThat(page.isHeldBy(hold.until())).isFalse();
    }

    @Test
    void aHoldThatIsOverHoldsNoPage() {
        var longest = ORDERED.plus(SETTINGS.longestHold());

        var page = at(longest.plusSeconds(1)).pageFor(ORDERED);

        assertThat(page.isHeldBy(longest)).isFalse();
    }

    private static HoldTimes at(Instant now) {
        return new HoldTimes(SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
    }
}
