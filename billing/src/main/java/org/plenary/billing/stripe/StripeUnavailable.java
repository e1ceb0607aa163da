package org.plenary.billing.stripe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stripe gave no answer that means anything; the same call may be made again. */
public final class StripeUnavailable extends RuntimeException {
    private final boolean answered;
    private final @Nullable Duration retryAfter;

    StripeUnavailable(String message, boolean answered, Throwable cause) {
        super(message, cause);
        this.answered = answered;
        this.retryAfter = null;
    }

    /** Stripe asks to be called less often. */
    StripeUnavailable(Duration retryAfter, Throwable cause) {
        super("Stripe is called too often", cause);
        this.answered = false;
        this.retryAfter = retryAfter;
    }

    StripeUnavailable(String message) {
        super(message);
        this.answered = false;
        this.retryAfter = null;
    }

    /** How long to wait before the same call; null when Stripe has not said. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Whether an error came back, which the same idempotency key would give again. */
    public boolean isAnswered() {
        return answered;
    }
}
