package org.plenary.billing.subscription;

import com.stripe.model.SubscriptionItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails;
import com.stripe.param.SubscriptionUpdateParams;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * Another plan in the place of one that is paid. A larger one begins at once and costs the share of what is left; a smaller
 * one begins when the period that is paid is over, for nothing is paid back.
 */
@Component
class ChangingPlan {
    private static final int DECLINED = 402;

    private final PlatformCalls stripe;
    private final SubscriptionRows rows;
    private final PriceBook prices;
    private final Following following;
    private final Checks checks;

    /** What is asked before, and told after. */
    @Component
    record Checks(PlanRoom room, Plans plans, PlanChanges trail) {}

    ChangingPlan(PlatformCalls stripe, SubscriptionRows rows, PriceBook prices, Following following, Checks checks) {
        this.stripe = stripe;
        this.rows = rows;
        this.prices = prices;
        this.following = following;
        this.checks = checks;
    }

    /** What changing to a larger plan costs now. */
    Money preview(Tenant tenant, Plan plan) {
        var row = alive(tenant);
        var wanted = prices.of(plan);
        var details = SubscriptionDetails.builder()
                .setProrationBehavior(SubscriptionDetails.ProrationBehavior.ALWAYS_INVOICE);
        for (var item : stripe.subscription(String.valueOf(row.subscription()))
                .getItems()
                .getData())
            details.addItem(SubscriptionDetails.Item.builder()
                    .setId(item.getId())
                    .setPrice(isBase(item) ? wanted.base() : wanted.delegates())
                    .build());
        var invoice = stripe.preview(InvoiceCreatePreviewParams.builder()
                .setSubscription(String.valueOf(row.subscription()))
                .setSubscriptionDetails(details.build())
                .build());
        return StripeMoney.money(Math.max(0, invoice.getAmountDue()), invoice.getCurrency());
    }

    /**
     * Whether a plan is more than the one that is paid.
     *
     * @throws Problem.Conflict {@code same_plan} for the very same
     */
    boolean isLarger(Tenant tenant, Plan plan) {
        var now = checks.plans().byKey(alive(tenant).plan()).map(Plan::rank).orElse(0);
        if (now == plan.rank()) throw new Problem.Conflict("same_plan", "This is the plan that you have.");
        return plan.rank() > now;
    }

    /**
     * Changes to the plan, now or at the end of the period.
     *
     * @throws Problem.Conflict {@code over_plan_limit}, {@code card_declined} when the larger plan cannot be paid
     */
    void change(Tenant tenant, Plan plan) {
        checks.room().requireFor(tenant, plan);
        if (isLarger(tenant, plan)) upgrade(tenant, plan);
        else downgrade(tenant, plan);
    }

    private void upgrade(Tenant tenant, Plan plan) {
        var row = alive(tenant);
        var wanted = prices.of(plan);
        var params = SubscriptionUpdateParams.builder()
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.ERROR_IF_INCOMPLETE)
                .setCancelAtPeriodEnd(false);
        for (var item : stripe.subscription(String.valueOf(row.subscription()))
                .getItems()
                .getData())
            params.addItem(SubscriptionUpdateParams.Item.builder()
                    .setId(item.getId())
                    .setPrice(isBase(item) ? wanted.base() : wanted.delegates())
                    .build());
        try {
            update(tenant, row, params.build(), "upgrade");
        } catch (StripeRefused e) {
            if (e.status() != DECLINED) throw e;
            throw new Problem.Conflict(
                    "card_declined",
                    "The card was declined, and the plan is as it was. Use another card and try again.");
        }
    }

    private void downgrade(Tenant tenant, Plan plan) {
        rows.next(tenant.id(), plan.isPaid() ? plan.key() : null);
        end(tenant, true);
        checks.trail().record(tenant, "billing.plan-ends", Map.of("next", plan.key()));
    }

    /** Takes a smaller plan, or the end, back. */
    void keep(Tenant tenant) {
        end(tenant, false);
        rows.next(tenant.id(), null);
        checks.trail().record(tenant, "billing.plan-kept", Map.of());
    }

    private void end(Tenant tenant, boolean wanted) {
        var params =
                SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(wanted).build();
        update(tenant, alive(tenant), params, wanted ? "end" : "keep");
    }

    private void update(Tenant tenant, SubscriptionRow row, SubscriptionUpdateParams params, String what) {
        var id = String.valueOf(row.subscription());
        var key = what + ":" + tenant.id() + ":" + rows.nextAttempt(tenant.id());
        var unused = stripe.updateSubscription(id, params, key);
        following.recheck(tenant.id());
    }

    private SubscriptionRow alive(Tenant tenant) {
        var row = rows.of(tenant.id());
        if (!row.isAlive()) throw new Problem.Conflict("not_subscribed", "There is no subscription to change.");
        return row;
    }

    private static boolean isBase(SubscriptionItem item) {
        @Nullable String usage = item.getPrice().getRecurring().getUsageType();
        return !"metered".equals(usage);
    }
}
