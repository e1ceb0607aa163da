package org.plenary.billing.subscription;

import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.billing.MeterCreateParams;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.StripeMoney;
import org.springframework.stereotype.Component;

/**
 * The plans' prices at Stripe. A price never changes there, so its lookup key says all that it is made of: other settings
 * find or make another price, and who pays the old one goes on doing so.
 */
@Component
class PriceBook {
    /** What a paid delegate is called at Stripe's meter. */
    static final String EVENT = "plenary_delegate";

    /** Which plan a price is of, in its metadata. */
    static final String PLAN = "plan";

    private static final String PART = "part";
    private static final String PRODUCT = "prod_plenary_";

    private final PlatformCalls stripe;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    PriceBook(PlatformCalls stripe) {
        this.stripe = stripe;
    }

    /** @param base of the plan itself; @param delegates of what is counted */
    record Prices(String base, String delegates) {}

    /** Makes what is missing at Stripe. Repeats safely. */
    Prices of(Plan plan) {
        return new Prices(base(plan), delegates(plan));
    }

    private String base(Plan plan) {
        var terms = plan.paidTerms();
        var key = "plenary_%s_%s_%d_%s"
                .formatted(plan.key(), StripeMoney.code(terms.price()), StripeMoney.units(terms.price()), every(terms));
        return price(
                plan,
                key,
                params(plan, key, "base")
                        .setUnitAmount(StripeMoney.units(terms.price()))
                        .setRecurring(
                                Recurring.builder().setInterval(interval(terms)).build()));
    }

    private String delegates(Plan plan) {
        var terms = plan.paidTerms();
        var key = "plenary_%s_delegates_%s_%d_%d_%s"
                .formatted(
                        plan.key(),
                        StripeMoney.code(terms.further()),
                        terms.included(),
                        StripeMoney.units(terms.further()),
                        every(terms));
        var found = known.get(key);
        if (found != null) return found;
        var params = params(plan, key, "delegates")
                .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                .setNickname("Paid delegates")
                .setRecurring(Recurring.builder()
                        .setInterval(interval(terms))
                        .setUsageType(Recurring.UsageType.METERED)
                        .setMeter(meter())
                        .build());
        if (terms.included() > 0)
            params.addTier(PriceCreateParams.Tier.builder()
                    .setUpTo((long) terms.included())
                    .setUnitAmount(0L)
                    .build());
        params.addTier(PriceCreateParams.Tier.builder()
                .setUpTo(PriceCreateParams.Tier.UpTo.INF)
                .setUnitAmount(StripeMoney.units(terms.further()))
                .build());
        return price(plan, key, params);
    }

    private static PriceCreateParams.Builder params(Plan plan, String key, String part) {
        return PriceCreateParams.builder()
                .setCurrency(StripeMoney.code(plan.paidTerms().price()))
                .setProduct(PRODUCT + plan.key())
                .setLookupKey(key)
                .putMetadata(PLAN, plan.key())
                .putMetadata(PART, part);
    }

    private String price(Plan plan, String key, PriceCreateParams.Builder params) {
        var found = known.get(key);
        if (found != null) return found;
        var price = stripe.price(key).orElse(null);
        if (price == null) {
            stripe.makeProduct(
                    ProductCreateParams.builder()
                            .setId(PRODUCT + plan.key())
                            .setName("Plenary " + plan.key())
                            .build(),
                    "product:" + PRODUCT + plan.key());
            price = stripe.createPrice(params.build(), "price:" + key);
        }
        known.put(key, price.getId());
        return price.getId();
    }

    String meter() {
        var found = known.get(EVENT);
        if (found != null) return found;
        var meter = stripe.meter(EVENT)
                .orElseGet(() -> stripe.createMeter(
                        MeterCreateParams.builder()
                                .setDisplayName("Paid delegates")
                                .setEventName(EVENT)
                                .setDefaultAggregation(MeterCreateParams.DefaultAggregation.builder()
                                        .setFormula(MeterCreateParams.DefaultAggregation.Formula.SUM)
                                        .build())
                                .build(),
                        "meter:" + EVENT));
        known.put(EVENT, meter.getId());
        return meter.getId();
    }

    /** Which plan a subscription's item belongs to; empty for what is not of this book. */
    static Optional<String> planOf(Map<String, String> metadataOfPrice) {
        return Optional.ofNullable(metadataOfPrice.get(PLAN));
    }

    private static Recurring.Interval interval(Plan.Terms terms) {
        return terms.yearly() ? Recurring.Interval.YEAR : Recurring.Interval.MONTH;
    }

    private static String every(Plan.Terms terms) {
        return terms.yearly() ? "year" : "month";
    }
}
