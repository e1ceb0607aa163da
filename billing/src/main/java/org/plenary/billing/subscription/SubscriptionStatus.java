package org.plenary.billing.subscription;

import java.util.Locale;

/** As Stripe tells it, and NONE for who pays nothing. */
enum SubscriptionStatus {
    NONE,
    INCOMPLETE,
    TRIALING,
    ACTIVE,
    PAST_DUE,
    UNPAID,
    PAUSED,
    CANCELED,
    INCOMPLETE_EXPIRED;

    static SubscriptionStatus of(String stripes) {
        return valueOf(stripes.toUpperCase(Locale.ROOT));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the plan is the organization's: a payment that is late takes nothing away before the grace is over. */
    boolean isAlive() {
        return switch (this) {
            case TRIALING, ACTIVE, PAST_DUE, UNPAID, PAUSED -> true;
            case NONE, INCOMPLETE, CANCELED, INCOMPLETE_EXPIRED -> false;
        };
    }

    boolean isOverdue() {
        return this == PAST_DUE || this == UNPAID;
    }
}
