package org.plenary.papers.submission;

import java.time.Duration;
import org.plenary.identity.Callers;
import org.plenary.identity.RateLimits;
import org.springframework.stereotype.Component;

/** Slows down those who submit without being signed in; a lab behind one address still gets through. */
@Component
class SubmissionGate {
    private static final int TRIES = 300;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final RateLimits limits;
    private final Callers callers;

    SubmissionGate(RateLimits limits, Callers callers) {
        this.limits = limits;
        this.callers = callers;
    }

    void pass(String address) {
        if (callers.current().isAnonymous()) limits.take("submission:" + address, TRIES, PERIOD);
    }
}
