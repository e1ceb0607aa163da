package org.plenary.registration.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long unpaid orders hold their places, and how long they can be paid. */
@Component
class HoldTimes {
    /** Half an hour is the least that the provider takes; a minute more for the way there. */
    private static final Duration PAGE_IS_OPEN = Duration.ofMinutes(31);

    private static final Duration JUST_NOW = Duration.ofSeconds(30);

    private final RegistrationSettings settings;
    private final Clock clock;

    HoldTimes(RegistrationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    record Hold(Instant from, Instant until) {}

    record PaymentPage(Instant from, Instant openUntil, Instant holdUntil) {
        /** Whether a hold ends about when the page's own would: it began just now and need not be written again. */
        boolean isHeldBy(Instant end) {
            return end.isAfter(from) && !end.isBefore(holdUntil.minus(JUST_NOW));
        }
    }

    Hold start() {
        var now = clock.instant();
        return new Hold(now, now.plus(settings.hold()));
    }

    Hold until(Instant end) {
        return new Hold(clock.instant(), end);
    }

    /** The hold outlasts the page, but for the longest hold; the sweeper then closes the page. */
    PaymentPage pageFor(Instant ordered) {
        var now = clock.instant();
        var openUntil = now.plus(PAGE_IS_OPEN);
        var longest = ordered.plus(settings.longestHold());
        var wanted = now.plus(settings.hold());
        return new PaymentPage(now, openUntil, wanted.isBefore(longest) ? wanted : longest);
    }
}
