package org.plenary.billing.webhook;

import com.google.gson.JsonParser;
import com.stripe.model.Event;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeEvents;
import org.springframework.stereotype.Component;

/** Takes in what Stripe could not deliver, such as while this installation was down for longer than Stripe tries. */
@Component
public class Undelivered {
    private static final String CONNECT = "connect";
    private static final String PLATFORM = "platform";

    private final StripeEvents stripe;
    private final StripeInbox inbox;

    Undelivered(StripeEvents stripe, StripeInbox inbox) {
        this.stripe = stripe;
        this.inbox = inbox;
    }

    /** Those of the platform's own account: what organizations pay for their plans. Repeats safely as well. */
    public void catchUpOwn() {
        catchUp(PLATFORM, null);
    }

    /** Those of an organization's account. Repeats safely: an event that came after all, or is taken in again, is kept once. */
    public void catchUp(String account) {
        catchUp(CONNECT, account);
    }

    private void catchUp(String endpoint, @Nullable String account) {
        @Nullable String after = null;
        while (true) {
            var page = stripe.undelivered(account, after);
            for (var event : page.getData()) inbox.keep(message(endpoint, account, event));
            if (!Boolean.TRUE.equals(page.getHasMore()) || page.getData().isEmpty()) return;
            after = page.getData().getLast().getId();
        }
    }

    private static StripeInbox.Message message(String endpoint, @Nullable String account, Event event) {
        var raw = event.getDataObjectDeserializer().getRawJson();
        var object = raw == null
                ? null
                : JsonParser.parseString(raw).getAsJsonObject().get("id");
        return new StripeInbox.Message(
                endpoint,
                event.getId(),
                account,
                event.getType(),
                object == null || object.isJsonNull() ? null : object.getAsString(),
                Boolean.TRUE.equals(event.getLivemode()));
    }
}
