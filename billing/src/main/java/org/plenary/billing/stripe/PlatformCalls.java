package org.plenary.billing.stripe;

import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.billing.Meter;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import com.stripe.param.billing.MeterListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Calls about what organizations pay the platform, on the platform's own account.
 *
 * <p>All throw {@link StripeUnavailable} or {@link StripeRefused}, as {@link StripeCalls} does.
 */
@Component
public class PlatformCalls {
    private static final long MOST = 100;

    private final StripeCalls calls;

    PlatformCalls(StripeCalls calls) {
        this.calls = calls;
    }

    public Customer createCustomer(CustomerCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().customers().create(params, changing(key)));
    }

    public Session createSession(SessionCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().checkout().sessions().create(params, changing(key)));
    }

    public Session session(String id) {
        return calls.call(stripe -> stripe.v1().checkout().sessions().retrieve(id));
    }

    public Session expireSession(String id, String key) {
        return calls.call(stripe -> stripe.v1().checkout().sessions().expire(id, changing(key)));
    }

    public Subscription subscription(String id) {
        return calls.call(stripe -> stripe.v1().subscriptions().retrieve(id));
    }

    public Subscription createSubscription(SubscriptionCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().subscriptions().create(params, changing(key)));
    }

    public Subscription updateSubscription(String id, SubscriptionUpdateParams params, String key) {
        return calls.call(stripe -> stripe.v1().subscriptions().update(id, params, changing(key)));
    }

    /** Ends it at once, as for an organization that is gone. */
    public Subscription cancelSubscription(String id, String key) {
        return calls.call(stripe -> stripe.v1().subscriptions().cancel(id, changing(key)));
    }

    /** What a change would cost; nothing happens. */
    public Invoice preview(InvoiceCreatePreviewParams params) {
        return calls.call(stripe -> stripe.v1().invoices().createPreview(params));
    }

    public Invoice invoice(String id) {
        return calls.call(stripe -> stripe.v1().invoices().retrieve(id));
    }

    /** The newest invoices of a customer. */
    public List<Invoice> invoices(String customer) {
        var params =
                InvoiceListParams.builder().setCustomer(customer).setLimit(MOST).build();
        return calls.call(stripe -> stripe.v1().invoices().list(params).getData());
    }

    public String portal(com.stripe.param.billingportal.SessionCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1()
                .billingPortal()
                .sessions()
                .create(params, changing(key))
                .getUrl());
    }

    public Optional<Price> price(String lookupKey) {
        var params = PriceListParams.builder()
                .addLookupKey(lookupKey)
                .setActive(true)
                .build();
        return calls.call(stripe -> stripe.v1().prices().list(params).getData()).stream()
                .findFirst();
    }

    public Price createPrice(PriceCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().prices().create(params, changing(key)));
    }

    /** One that is there already, by its own id, is as good as made. */
    public void makeProduct(ProductCreateParams params, String key) {
        try {
            var unused = calls.call(stripe -> stripe.v1().products().create(params, changing(key)));
        } catch (StripeRefused e) {
            if (!e.code().equals("resource_already_exists")) throw e;
        }
    }

    public Optional<Meter> meter(String eventName) {
        var params = MeterListParams.builder()
                .setLimit(MOST)
                .setStatus(MeterListParams.Status.ACTIVE)
                .build();
        return calls.call(stripe -> stripe.v1().billing().meters().list(params).getData()).stream()
                .filter(meter -> meter.getEventName().equals(eventName))
                .findFirst();
    }

    public Meter createMeter(MeterCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().billing().meters().create(params, changing(key)));
    }

    public void count(MeterEventCreateParams params, String key) {
        var unused = calls.call(stripe -> stripe.v1().billing().meterEvents().create(params, changing(key)));
    }

    /** What a meter has counted for a customer between two full minutes. */
    public long counted(String meter, String customer, long from, long to) {
        var params = MeterEventSummaryListParams.builder()
                .setCustomer(customer)
                .setStartTime(from)
                .setEndTime(to)
                .build();
        return calls
                .call(stripe -> stripe.v1()
                        .billing()
                        .meters()
                        .eventSummaries()
                        .list(meter, params)
                        .getData())
                .stream()
                .mapToLong(summary -> summary.getAggregatedValue().longValue())
                .sum();
    }

    private static RequestOptions changing(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
