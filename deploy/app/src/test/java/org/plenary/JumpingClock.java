package org.plenary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the application under test, which is right until a test sets it. */
public final class JumpingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** From now on it differs from the time by so much. */
    public void isAheadBy(Duration time) {
        ahead = time;
    }

    public void isRight() {
        isAheadBy(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var ours = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return ours.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return ours.withZone(other);
            }
        };
    }
}
