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

    private static final int DRAFTS = 3_000;

    /** Each co-author gets a mail, and anybody can name anybody. */
    private static final int NAMED = 600;

    private static final Duration NAMED_IN = Duration.ofHours(1);

    private final RateLimits limits;
    private final Callers callers;

    SubmissionGate(RateLimits limits, Callers callers) {
        this.limits = limits;
        this.callers = callers;
    }

    /** Drafts are saved again and again; who writes slowly saves some hundreds of times. */
    void passDraft(String address) {
        if (callers.current().isAnonymous()) limits.take("draft:" + address, DRAFTS, PERIOD);
    }

    void pass(String address, SubmissionInput input) {
        if (!callers.current().isAnonymous()) return;
        limits.take("submission:" + address, TRIES, PERIOD);
        input.authorList().stream()
                .limit(ContentRules.MOST_AUTHORS)
                .filter(author -> !author.isCorresponding()
                        && author.email() != null
                        && !author.email().isBlank())
                .forEach(_ -> limits.take("co-author:" + address, NAMED, NAMED_IN));
    }
}
