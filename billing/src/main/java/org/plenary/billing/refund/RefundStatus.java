package org.plenary.billing.refund;

/** Pending until Stripe says how it ended; one that succeeded may still fail later. */
enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED;

    boolean mayBecome(RefundStatus to) {
        return switch (this) {
            case PENDING -> to != PENDING;
            case SUCCEEDED -> to == FAILED;
            case FAILED -> false;
        };
    }
}
