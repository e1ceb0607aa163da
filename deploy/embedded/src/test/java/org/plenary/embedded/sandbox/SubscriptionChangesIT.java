package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubscriptionChangesIT extends SubscriptionTests {
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
}
