package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox with a customer, a plan by the month, and what can be done with them. */
abstract class SubscriptionTests {
    static final String GOOD = "4242424242424242";
    static final String FAILS_LATER = "4000000000000341";

    @TempDir
    Path data;

    SandboxFixture sandbox;
    StripeClient stripe;
    Customer customer;
    Price monthly;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SandboxFixture(data);
        stripe = sandbox.stripe;
        customer = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("owner@example.org")
                        .setName("Society of Examples")
                        .build());
        stripe.v1()
                .products()
                .create(ProductCreateParams.builder()
                        .setId("prod_plan")
                        .setName("Plan")
                        .build());
        monthly = price(3_000, Recurring.Interval.MONTH, "small");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    String lookedUp(String key) {
        try {
            return stripe.v1()
                    .prices()
                    .list(PriceListParams.builder().addLookupKey(key).build())
                    .getData()
                    .getFirst()
                    .getId();
        } catch (com.stripe.exception.StripeException e) {
            throw new IllegalStateException(e);
        }
    }

    Price price(long amount, Recurring.Interval interval, String key) throws Exception {
        return stripe.v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("eur")
                        .setProduct("prod_plan")
                        .setUnitAmount(amount)
                        .setLookupKey(key)
                        .setRecurring(Recurring.builder().setInterval(interval).build())
                        .build());
    }

    Subscription subscribed(String card, Price price, long trialDays, Price... others) throws Exception {
        var details = SessionCreateParams.SubscriptionData.builder().putMetadata("tenant", "t1");
        if (trialDays > 0) details.setTrialPeriodDays(trialDays);
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customer.getId())
                .setSuccessUrl("https://example.org/back?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("https://example.org/cancelled")
                .setSubscriptionData(details.build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price.getId())
                        .setQuantity(1L)
                        .build());
        for (Price other : others) {
            params.addLineItem(SessionCreateParams.LineItem.builder()
                    .setPrice(other.getId())
                    .build());
        }
        Session session = stripe.v1().checkout().sessions().create(params.build());
        assertThat(Payer.at(session.getUrl()).pay("4000000000000002").statusCode())
                .isEqualTo(402);
        assertThat(Payer.at(session.getUrl()).pay(card).statusCode()).isEqualTo(303);
        Session done = stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(done.getPaymentIntent()).isNull();
        assertThat(done.getStatus()).isEqualTo("complete");
        return stripe.v1().subscriptions().retrieve(done.getSubscription());
    }

    static SubscriptionUpdateParams change(String item, Price price) {
        return SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(item)
                        .setPrice(price.getId())
                        .build())
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.ERROR_IF_INCOMPLETE)
                .build();
    }

    void count(String identifier) throws Exception {
        stripe.v1()
                .billing()
                .meterEvents()
                .create(MeterEventCreateParams.builder()
                        .setEventName("delegate")
                        .setIdentifier(identifier)
                        .putPayload("stripe_customer_id", customer.getId())
                        .putPayload("value", "1")
                        .build());
    }

    Subscription retrieved(Subscription subscription) throws Exception {
        return stripe.v1().subscriptions().retrieve(subscription.getId());
    }

    List<Invoice> invoices() throws Exception {
        return stripe.v1()
                .invoices()
                .list(InvoiceListParams.builder().setCustomer(customer.getId()).build())
                .getData();
    }

    void pass(String time) throws Exception {
        sandbox.control("customers", "customer=" + customer.getId() + "&advance=" + time);
    }

    void useCard(String number) throws Exception {
        portal(Map.of(
                "action", "card",
                "email", "owner@example.org",
                "card_number", number,
                "exp", "12/49",
                "cvc", "123",
                "name", "Owner",
                "country", "DE"));
    }

    void portal(Map<String, String> form) throws Exception {
        String url = stripe.v1()
                .billingPortal()
                .sessions()
                .create(com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setReturnUrl("https://example.org/plan")
                        .build())
                .getUrl();
        var csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(Payer.at(url).look().body());
        assertThat(csrf.find()).isTrue();
        var body = new StringBuilder("csrf=" + csrf.group(1));
        form.forEach((name, value) -> body.append('&').append(name).append('=').append(value));
        assertThat(Payer.post(url, body.toString()).statusCode()).isEqualTo(303);
    }
}
