package org.plenary.billing.stripe;

import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events that Stripe keeps for thirty days (docs.stripe.com/webhooks/process-undelivered-events). */
@Component
public class StripeEvents {
    private static final long AT_ONCE = 100;

    private final StripeCalls calls;

    StripeEvents(StripeCalls calls) {
        this.calls = calls;
    }

    /** Those that were not delivered, the newest first. @param account null for the platform's own @param after the last one of the page before; null for the first page */
    public StripeCollection<Event> undelivered(@Nullable String account, @Nullable String after) {
        var params = EventListParams.builder().setDeliverySuccess(false).setLimit(AT_ONCE);
        if (after != null) params.setStartingAfter(after);
        return calls.call(stripe -> stripe.v1()
                .events()
                .list(params.build(), account == null ? RequestOptions.getDefault() : StripeCalls.reading(account)));
    }
}
