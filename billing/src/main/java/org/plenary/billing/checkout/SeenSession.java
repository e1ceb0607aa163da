package org.plenary.billing.checkout;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeMoney;

/**
 * A checkout session as Stripe showed it when asked, reduced to what we act on.
 *
 * @param tenant the id that we gave it when we made it
 * @param amount in Stripe's units
 * @param currency as Stripe writes it
 * @param problem why the last card was declined
 */
record SeenSession(
        String id,
        String account,
        State state,
        @Nullable UUID payment,
        @Nullable String tenant,
        long amount,
        String currency,
        @Nullable String intent,
        @Nullable String charge,
        @Nullable String paidWith,
        @Nullable String problem,
        @Nullable Fees fees,
        @Nullable String url) {

    enum State {
        OPEN,
        PROCESSING,
        PAID,
        FAILED,
        EXPIRED
    }

    /** What came to the balance before fees, and what Stripe and the platform took; the currency may differ from the payer's. */
    record Fees(Money settled, Money stripe, Money platform) {}

    static SeenSession of(String account, Session session) {
        var intent = session.getPaymentIntentObject();
        var charge = intent == null ? null : intent.getLatestChargeObject();
        var metadata = session.getMetadata() == null ? Map.<String, String>of() : session.getMetadata();
        return new SeenSession(
                session.getId(),
                account,
                state(session, intent),
                uuid(metadata.get("payment")),
                metadata.get("tenant"),
                session.getAmountTotal() == null ? 0 : session.getAmountTotal(),
                session.getCurrency(),
                session.getPaymentIntent(),
                charge == null ? null : charge.getId(),
                charge == null ? null : paidWith(charge),
                problem(intent),
                charge == null ? null : fees(charge.getBalanceTransactionObject()),
                session.getUrl());
    }

    private static State state(Session session, @Nullable PaymentIntent intent) {
        if ("expired".equals(session.getStatus())) return State.EXPIRED;
        if (!"complete".equals(session.getStatus())) return State.OPEN;
        if (!"unpaid".equals(session.getPaymentStatus())) return State.PAID;
        var status = intent == null ? "processing" : intent.getStatus();
        return status.equals("requires_payment_method") || status.equals("canceled") ? State.FAILED : State.PROCESSING;
    }

    private static @Nullable String paidWith(Charge charge) {
        var details = charge.getPaymentMethodDetails();
        if (details == null) return null;
        var card = details.getCard();
        return card == null ? details.getType() : card.getBrand() + " •••• " + card.getLast4();
    }

    private static @Nullable String problem(@Nullable PaymentIntent intent) {
        var error = intent == null ? null : intent.getLastPaymentError();
        if (error == null) return null;
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }

    private static @Nullable Fees fees(@Nullable BalanceTransaction booking) {
        if (booking == null || booking.getFeeDetails() == null) return null;
        long platform = 0;
        long stripe = 0;
        for (var fee : booking.getFeeDetails()) {
            if ("application_fee".equals(fee.getType())) platform += fee.getAmount();
            else stripe += fee.getAmount();
        }
        return new Fees(
                StripeMoney.money(booking.getAmount(), booking.getCurrency()),
                StripeMoney.money(stripe, booking.getCurrency()),
                StripeMoney.money(platform, booking.getCurrency()));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        if (text == null) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
