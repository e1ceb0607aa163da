package org.plenary.billing.refund;

/** Pending until Stripe says how it ended; one that succeeded may still fail later, and one that failed is settled another way. */
enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    SETTLED;

    boolean mayBecome(RefundStatus to) {
        return switch (this) {
            case PENDING -> to == SUCCEEDED || to == FAILED;
            case SUCCEEDED -> to == FAILED;
            case FAILED -> to == SETTLED;
            case SETTLED -> false;
        };
    }
}
