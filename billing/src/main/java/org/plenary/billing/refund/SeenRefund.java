package org.plenary.billing.refund;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Refund;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeMoney;

/**
 * A refund as Stripe showed it when asked.
 *
 * @param ours the id that we gave it, or null for one that was made at Stripe
 * @param settled what the balance changed by, less than zero; null while that is unknown
 * @param cameBack what the balance got back of it when it failed; null unless that is known
 * @param feeBack what the platform gave back of its own fee
 */
record SeenRefund(
        String id,
        @Nullable UUID ours,
        @Nullable String intent,
        RefundStatus status,
        Money amount,
        @Nullable Money settled,
        @Nullable Money cameBack,
        @Nullable Money feeBack,
        @Nullable String failure) {

    static SeenRefund of(Refund refund) {
        var metadata = refund.getMetadata();
        var ours = metadata == null ? null : metadata.get("refund");
        return new SeenRefund(
                refund.getId(),
                ours == null ? null : UUID.fromString(ours),
                refund.getPaymentIntent(),
                status(refund.getStatus()),
                StripeMoney.money(refund.getAmount(), refund.getCurrency()),
                moved(refund.getBalanceTransactionObject()),
                moved(refund.getFailureBalanceTransactionObject()),
                feeBack(refund),
                refund.getFailureReason());
    }

    private static RefundStatus status(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "succeeded" -> RefundStatus.SUCCEEDED;
            case "failed", "canceled" -> RefundStatus.FAILED;
            default -> RefundStatus.PENDING;
        };
    }

    private static @Nullable Money moved(@Nullable BalanceTransaction booking) {
        return booking == null ? null : StripeMoney.money(booking.getAmount(), booking.getCurrency());
    }

    private static @Nullable Money feeBack(Refund refund) {
        var booking = refund.getBalanceTransactionObject();
        if (booking == null || booking.getFeeDetails() == null) return null;
        var units = booking.getFeeDetails().stream()
                .filter(fee -> "application_fee".equals(fee.getType()))
                .mapToLong(fee -> Math.abs(fee.getAmount()))
                .sum();
        return units == 0 ? null : StripeMoney.money(units, booking.getCurrency());
    }
}
