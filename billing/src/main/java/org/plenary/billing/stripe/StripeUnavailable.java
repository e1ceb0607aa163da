package org.plenary.billing.stripe;

/** Stripe gave no answer that means anything; the same call may be made again. */
public final class StripeUnavailable extends RuntimeException {
    private final boolean answered;

    StripeUnavailable(String message, boolean answered, Throwable cause) {
        super(message, cause);
        this.answered = answered;
    }

    StripeUnavailable(String message) {
        super(message);
        this.answered = false;
    }

    /** Whether an error came back, which the same idempotency key would give again. */
    public boolean isAnswered() {
        return answered;
    }
}
