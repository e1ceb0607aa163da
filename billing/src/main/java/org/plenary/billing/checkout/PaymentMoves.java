package org.plenary.billing.checkout;

import static org.plenary.payments.PaymentStatus.CLOSED;
import static org.plenary.payments.PaymentStatus.FAILED;
import static org.plenary.payments.PaymentStatus.OPEN;
import static org.plenary.payments.PaymentStatus.PAID;
import static org.plenary.payments.PaymentStatus.PARTLY_REFUNDED;
import static org.plenary.payments.PaymentStatus.PROCESSING;
import static org.plenary.payments.PaymentStatus.REFUNDED;

import java.util.EnumSet;
import java.util.Set;
import org.plenary.payments.PaymentStatus;

/** The life of a payment. */
public final class PaymentMoves {
    private PaymentMoves() {}

    /** Whether a payment may pass from one status to the other. Money that came in is never forgotten, however late. */
    public static boolean may(PaymentStatus from, PaymentStatus to) {
        return after(from).contains(to);
    }

    private static Set<PaymentStatus> after(PaymentStatus from) {
        return switch (from) {
            case OPEN -> EnumSet.of(PROCESSING, PAID, FAILED, CLOSED);
            case PROCESSING -> EnumSet.of(PAID, FAILED, CLOSED);
            case FAILED, CLOSED -> EnumSet.of(PAID);
            case PAID -> EnumSet.of(PARTLY_REFUNDED, REFUNDED);
            // a refund that fails later brings the money back
            case PARTLY_REFUNDED -> EnumSet.of(PAID, PARTLY_REFUNDED, REFUNDED);
            case REFUNDED -> EnumSet.of(PAID, PARTLY_REFUNDED);
        };
    }

    /** Whether money came in, whatever became of it. */
    public static boolean isSettled(PaymentStatus status) {
        return switch (status) {
            case PAID, PARTLY_REFUNDED, REFUNDED -> true;
            case OPEN, PROCESSING, FAILED, CLOSED -> false;
        };
    }

    public static PaymentStatus afterRefund(long amount, long refunded) {
        if (refunded <= 0) return PAID;
        return refunded >= amount ? REFUNDED : PARTLY_REFUNDED;
    }
}
