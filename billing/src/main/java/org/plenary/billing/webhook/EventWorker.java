package org.plenary.billing.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.checkout.Checkout;
import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.billing.connect.ForeignTenant;
import org.plenary.billing.dispute.Disputes;
import org.plenary.billing.refund.Refunding;
import org.plenary.billing.stripe.StripeCalls;
import org.springframework.stereotype.Component;

/** Does, as the organization that an account belongs to, what an event of the account asks for. */
@Component
class EventWorker {
    private final StripeCalls stripe;
    private final ConnectedAccounts accounts;
    private final Checkout checkout;
    private final Refunding refunding;
    private final Disputes disputes;

    EventWorker(
            StripeCalls stripe, ConnectedAccounts accounts, Checkout checkout, Refunding refunding, Disputes disputes) {
        this.disputes = disputes;
        this.stripe = stripe;
        this.accounts = accounts;
        this.checkout = checkout;
        this.refunding = refunding;
    }

    /**
     * Asks Stripe for the object that the event names; the event itself is no more than a hint.
     *
     * @return what was done, in a word
     */
    String work(String account, String type, @Nullable String object) {
        if (type.equals("account.updated")
                || type.equals("account.application.deauthorized")
                || type.startsWith("v2.core.account")) {
            accounts.refresh(account);
            return "account";
        }
        if (object == null) return "nothing named";
        if (type.startsWith("checkout.session."))
            return checkout.fulfil(account, object).map(Enum::name).orElse("no payment of ours");
        if (type.startsWith("refund.")) {
            refunding.look(account, object);
            return "refund";
        }
        if (type.startsWith("charge.dispute.")) return disputed(account, object);
        if (type.equals("charge.refunded")) return chargeRefunded(account, object);
        if (type.equals("payment_intent.payment_failed")) return declined(account, object);
        return "no concern of ours";
    }

    /** A dispute may be told before the payment that it is of: that is looked at first then. */
    private String disputed(String account, String dispute) {
        if (disputes.look(account, dispute)) return "dispute";
        var intent = disputes.intentOf(account, dispute);
        var metadata = intent == null ? null : stripe.intent(account, intent).getMetadata();
        var payment = metadata == null ? null : metadata.get("payment");
        if (payment == null) return "no payment of ours";
        checkout.recheck(UUID.fromString(payment));
        return disputes.look(account, dispute) ? "dispute" : "no payment of ours";
    }

    private String chargeRefunded(String account, String charge) {
        var seen = stripe.charge(account, charge);
        ForeignTenant.refuse(charge, seen.getMetadata());
        var intent = seen.getPaymentIntent();
        if (intent == null) return "no payment of ours";
        refunding.lookAtAll(account, intent);
        return "refunds";
    }

    private String declined(String account, String id) {
        var intent = stripe.intent(account, id);
        ForeignTenant.refuse(id, intent.getMetadata());
        var payment = intent.getMetadata() == null ? null : intent.getMetadata().get("payment");
        var error = intent.getLastPaymentError();
        if (payment == null || error == null) return "no longer declined";
        var reason = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        checkout.declined(UUID.fromString(payment), reason == null ? "declined" : reason);
        return "declined";
    }
}
