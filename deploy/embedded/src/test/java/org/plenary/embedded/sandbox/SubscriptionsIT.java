package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionsIT {
    private static final String GOOD = "4242424242424242";
    private static final String FAILS_LATER = "4000000000000341";

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

    @Test
    void aSubscriptionRenewsFallsBehindAndComesBackWhenItIsPaid() throws Exception {
        Subscription begun = subscribed(GOOD, monthly, 0);
        assertThat(begun.getStatus()).isEqualTo("active");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("paid");
        assertThat(invoices().getFirst().getNumber()).endsWith("-0001");

        pass("P32D");
        assertThat(invoices())
                .extracting(Invoice::getBillingReason)
                .containsExactly("subscription_cycle", "subscription_create");
        assertThat(invoices()).extracting(Invoice::getAmountPaid).containsExactly(3_000L, 3_000L);

        useCard(FAILS_LATER);
        pass("P31D");
        assertThat(retrieved(begun).getStatus()).isEqualTo("past_due");
        Invoice open = invoices().getFirst();
        assertThat(open.getStatus()).isEqualTo("open");
        assertThat(open.getAttemptCount()).isEqualTo(1);
        assertThat(open.getNextPaymentAttempt()).isNotNull();
        pass("P16D");
        assertThat(retrieved(begun).getStatus()).isEqualTo("unpaid");
        assertThat(invoices().getFirst().getAttemptCount()).isEqualTo(4);

        assertThat(Payer.at(open.getHostedInvoiceUrl()).pay("4000000000000002").statusCode())
                .isEqualTo(402);
        assertThat(Payer.at(open.getHostedInvoiceUrl()).pay(GOOD).statusCode()).isEqualTo(200);
        assertThat(retrieved(begun).getStatus()).isEqualTo("active");
        for (String type : List.of(
                "customer.subscription.created",
                "customer.subscription.updated",
                "invoice.finalized",
                "invoice.paid",
                "invoice.payment_failed")) {
            var hook = sandbox.receiver.await(1, one -> one.isOf(type)).getFirst();
            assertThat(hook.path()).isEqualTo("/platform");
            assertThat(Webhook.constructEvent(hook.body(), hook.signature(), SandboxFixture.PLATFORM_SECRET)
                            .getDataObjectDeserializer()
                            .getObject())
                    .isPresent();
        }
    }

    @Test
    void anUpgradeCostsTheShareOfTheRestAndIsAskedForAtOnce() throws Exception {
        Subscription begun = subscribed(GOOD, monthly, 0);
        Price larger = price(9_000, Recurring.Interval.MONTH, "large");
        long half = (begun.getItems().getData().getFirst().getCurrentPeriodEnd()
                        - Instant.now().getEpochSecond())
                / 2;
        pass("PT" + half + "S");
        String item = begun.getItems().getData().getFirst().getId();

        Invoice preview = stripe.v1()
                .invoices()
                .createPreview(InvoiceCreatePreviewParams.builder()
                        .setSubscription(begun.getId())
                        .setSubscriptionDetails(InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                                .addItem(InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder()
                                        .setId(item)
                                        .setPrice(larger.getId())
                                        .build())
                                .setProrationBehavior(
                                        InvoiceCreatePreviewParams.SubscriptionDetails.ProrationBehavior.ALWAYS_INVOICE)
                                .build())
                        .build());
        assertThat(preview.getTotal()).isBetween(2_990L, 3_010L);
        assertThat(invoices()).hasSize(1);

        Subscription changed = stripe.v1().subscriptions().update(begun.getId(), change(item, larger));

        assertThat(changed.getItems().getData().getFirst().getPrice().getLookupKey())
                .isEqualTo("large");
        assertThat(invoices().getFirst().getAmountPaid()).isBetween(2_990L, 3_010L);
        assertThat(invoices().getFirst().getLines().getData()).hasSize(2);

        useCard(FAILS_LATER);
        Price largest = price(20_000, Recurring.Interval.YEAR, "largest");
        assertThatThrownBy(() -> stripe.v1().subscriptions().update(begun.getId(), change(item, largest)))
                .isInstanceOf(CardException.class);
        assertThat(retrieved(begun).getItems().getData().getFirst().getPrice().getLookupKey())
                .isEqualTo("large");
        useCard(GOOD);
        Subscription yearly = stripe.v1().subscriptions().update(begun.getId(), change(item, largest));
        assertThat(yearly.getItems().getData().getFirst().getCurrentPeriodEnd()
                        - yearly.getItems().getData().getFirst().getCurrentPeriodStart())
                .isGreaterThan(360L * 86_400);
    }

    @Test
    void aTrialAsksForNothingUntilItEnds() throws Exception {
        Subscription begun = subscribed(FAILS_LATER, monthly, 14);
        assertThat(begun.getStatus()).isEqualTo("trialing");
        assertThat(invoices().getFirst().getAmountDue()).isZero();

        pass("P12D");
        sandbox.receiver.await(1, one -> one.isOf("customer.subscription.trial_will_end"));
        pass("P3D");

        assertThat(retrieved(begun).getStatus()).isEqualTo("past_due");
        assertThatThrownBy(
                        () -> stripe.v1().invoices().pay(invoices().getFirst().getId()))
                .isInstanceOf(CardException.class);
    }

    @Test
    void unitsAreCountedOnceAndInvoicedWhenThePeriodEnds() throws Exception {
        String meter = stripe.v1()
                .billing()
                .meters()
                .create(MeterCreateParams.builder()
                        .setDisplayName("Delegates")
                        .setEventName("delegate")
                        .setDefaultAggregation(MeterCreateParams.DefaultAggregation.builder()
                                .setFormula(MeterCreateParams.DefaultAggregation.Formula.SUM)
                                .build())
                        .build())
                .getId();
        Price metered = stripe.v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("eur")
                        .setProduct("prod_plan")
                        .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                        .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                        .addTier(PriceCreateParams.Tier.builder()
                                .setUpTo(2L)
                                .setUnitAmount(0L)
                                .build())
                        .addTier(PriceCreateParams.Tier.builder()
                                .setUpTo(PriceCreateParams.Tier.UpTo.INF)
                                .setUnitAmount(150L)
                                .build())
                        .setRecurring(Recurring.builder()
                                .setInterval(Recurring.Interval.MONTH)
                                .setUsageType(Recurring.UsageType.METERED)
                                .setMeter(meter)
                                .build())
                        .build());
        Subscription begun = subscribed(GOOD, monthly, 0, metered);
        for (int i = 0; i < 5; i++) count("delegate-" + i);
        assertThatThrownBy(() -> count("delegate-3"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("already exists");
        long now = Instant.now().getEpochSecond() / 60 * 60;
        assertThat(stripe.v1()
                        .billing()
                        .meters()
                        .eventSummaries()
                        .list(
                                meter,
                                MeterEventSummaryListParams.builder()
                                        .setCustomer(customer.getId())
                                        .setStartTime(now - 3600)
                                        .setEndTime(now + 120)
                                        .build())
                        .getData()
                        .getFirst()
                        .getAggregatedValue()
                        .longValue())
                .isEqualTo(5);

        pass("P32D");

        Invoice second = invoices().getFirst();
        assertThat(second.getAmountPaid()).isEqualTo(3_000 + 3 * 150);
        assertThat(begun.getItems().getData()).hasSize(2);
    }

    @Test
    void whatIsToEndEndsWithItsPeriodAndCanBeKeptUntilThen() throws Exception {
        Subscription begun = subscribed(GOOD, monthly, 0);
        portal(Map.of("action", "cancel", "subscription", begun.getId()));
        assertThat(retrieved(begun).getCancelAtPeriodEnd()).isTrue();
        portal(Map.of("action", "keep", "subscription", begun.getId()));
        assertThat(retrieved(begun).getCancelAt()).isNull();

        stripe.v1()
                .subscriptions()
                .update(
                        begun.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        pass("P32D");

        assertThat(retrieved(begun).getStatus()).isEqualTo("canceled");
        assertThat(invoices()).hasSize(1);
        sandbox.receiver.await(1, one -> one.isOf("customer.subscription.deleted"));
        Subscription next = stripe.v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(monthly.getId())
                                .build())
                        .build());
        assertThat(next.getStatus()).isEqualTo("active");
        stripe.v1().subscriptions().cancel(next.getId());
        assertThat(retrieved(next).getStatus()).isEqualTo("canceled");
    }

    @Test
    void whatIsNotSimulatedIsSaidToBeSo() {
        assertThatThrownBy(() -> stripe.v1()
                        .customers()
                        .create(CustomerCreateParams.builder()
                                .setTestClock("clock_1")
                                .build()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("does not simulate");
        assertThat(lookedUp("small")).isEqualTo(monthly.getId());
    }

    private String lookedUp(String key) {
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

    private Price price(long amount, Recurring.Interval interval, String key) throws Exception {
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

    private Subscription subscribed(String card, Price price, long trialDays, Price... others) throws Exception {
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

    private static SubscriptionUpdateParams change(String item, Price price) {
        return SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(item)
                        .setPrice(price.getId())
                        .build())
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.ERROR_IF_INCOMPLETE)
                .build();
    }

    private void count(String identifier) throws Exception {
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

    private Subscription retrieved(Subscription subscription) throws Exception {
        return stripe.v1().subscriptions().retrieve(subscription.getId());
    }

    private List<Invoice> invoices() throws Exception {
        return stripe.v1()
                .invoices()
                .list(InvoiceListParams.builder().setCustomer(customer.getId()).build())
                .getData();
    }

    private void pass(String time) throws Exception {
        sandbox.control("customers", "customer=" + customer.getId() + "&advance=" + time);
    }

    private void useCard(String number) throws Exception {
        portal(Map.of(
                "action", "card",
                "email", "owner@example.org",
                "card_number", number,
                "exp", "12/49",
                "cvc", "123",
                "name", "Owner",
                "country", "DE"));
    }

    private void portal(Map<String, String> form) throws Exception {
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
