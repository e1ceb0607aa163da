package org.plenary.billing.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe understood the call and will not do it. */
public final class StripeRefused extends RuntimeException {
    private final String code;
    private final int status;

    StripeRefused(@Nullable String code, int status, String message, Throwable cause) {
        super(message, cause);
        this.code = code == null ? "" : code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** The account is not ours any more, or never was. */
    public boolean isAboutAccount() {
        return status == 403;
    }
}
