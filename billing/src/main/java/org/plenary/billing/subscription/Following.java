package org.plenary.billing.subscription;

import com.stripe.param.SubscriptionCreateParams;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows what Stripe does with subscriptions. Whatever an event says, the subscription is read again, and what it is now
 * counts: events may come in any order and any number of times.
 */
@Component
public class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int TRIES = 5;

    private final PlatformCalls stripe;
    private final SubscriptionRows rows;
    private final TenantDirectory tenants;
    private final PriceBook prices;
    private final After after;

    /** What follows when something has changed. */
    @Component
    record After(PlatformInvoices invoices, PlanChanges changes, Dunning dunning, PlanMails mails, Costs costs) {}

    /** What it costs, and what goes back. */
    @Component
    record Costs(Plans plans, PlanTaxes taxes, Crediting crediting) {}

    Following(PlatformCalls stripe, SubscriptionRows rows, TenantDirectory tenants, PriceBook prices, After after) {
        this.stripe = stripe;
        this.rows = rows;
        this.tenants = tenants;
        this.prices = prices;
        this.after = after;
    }

    /**
     * @param object the id of what the event is about
     * @return what was done, in a word
     */
    public String look(String type, String object) {
        if (type.startsWith("customer.subscription.")) return subscription(object, type);
        if (type.startsWith("invoice.")) return invoice(object, type);
        if (type.startsWith("credit_note.")) return after.costs().crediting().look(object);
        if (type.startsWith("checkout.session.")) {
            var subscription = stripe.session(object).getSubscription();
            return subscription == null ? "no subscription" : subscription(subscription, type);
        }
        return "no concern of ours";
    }

    private String invoice(String id, String type) {
        var invoice = stripe.invoice(id);
        var parent = invoice.getParent() == null ? null : invoice.getParent().getSubscriptionDetails();
        if (parent == null) return "no subscription";
        var tenant = tenantOf(parent.getSubscription());
        if (tenant == null) return "no tenant of ours";
        after.invoices().keep(tenant.id(), invoice);
        var outcome = subscription(parent.getSubscription(), type);
        if (type.equals("invoice.payment_failed") && after.invoices().owes(tenant.id()))
            after.mails().paymentFailed(tenant, rows.of(tenant.id()), invoice);
        return outcome;
    }

    private String subscription(String id, String type) {
        var tenant = tenantOf(id);
        if (tenant == null) return "no tenant of ours";
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var before = rows.of(tenant.id());
            var seen = SeenSubscription.of(stripe.subscription(id));
            if (!concerns(tenant, before, seen)) return "not the one that counts";
            if (before.customer() != null && !before.customer().equals(seen.customer())) {
                LOG.error("subscription {} says it is of {} and has another customer", id, tenant.slug());
                return "another customer";
            }
            if (rows.write(before, seen)) {
                if (type.equals("customer.subscription.trial_will_end") && seen.status() == SubscriptionStatus.TRIALING)
                    after.mails().trialEnds(tenant, rows.of(tenant.id()));
                settle(tenant, before);
                return "subscription";
            }
        }
        throw new IllegalStateException("others write the subscription of " + tenant.slug() + " all the time");
    }

    /** An organization pays for one subscription at a time; what an older one does is of no concern any more. */
    private boolean concerns(Tenant tenant, SubscriptionRow before, SeenSubscription seen) {
        if (before.subscription() == null || before.subscription().equals(seen.id())) return true;
        if (!seen.status().isAlive()) return false;
        if (before.isAlive()) {
            LOG.error("tenant {} has two subscriptions: {} is ended again", before.tenant(), seen.id());
            // the money first: when the second call fails, this is met again and the first does nothing more
            if (seen.invoice() != null) after.costs().crediting().giveBack(tenant, seen.invoice());
            var unused = stripe.cancelSubscription(seen.id(), "second:" + seen.id());
            return false;
        }
        return true;
    }

    private @Nullable Tenant tenantOf(String subscription) {
        return rows.ofSubscription(subscription)
                .or(() -> Optional.ofNullable(
                        SeenSubscription.of(stripe.subscription(subscription)).tenant()))
                .flatMap(tenants::byId)
                .orElse(null);
    }

    /** Makes the rest of the platform agree with what is written. Repeats safely. */
    void settle(Tenant tenant, SubscriptionRow before) {
        if (!rows.of(tenant.id()).isAlive() && !after.invoices().owes(tenant.id())) rows.settled(tenant.id());
        var row = rows.of(tenant.id());
        after.changes().follow(tenant, row);
        if (!row.isAlive() && row.nextPlan() != null && row.subscription() != null) beginNext(tenant, row);
        else if (before.isAlive() && !row.isAlive()) after.mails().ended(tenant, row);
        after.dunning().look(tenant, rows.of(tenant.id()));
    }

    /** The smaller plan that was chosen begins when the larger one is over, on the same card. */
    private void beginNext(Tenant tenant, SubscriptionRow row) {
        var plan = after.costs()
                .plans()
                .byKey(String.valueOf(row.nextPlan()))
                .filter(Plan::isPaid)
                .orElse(null);
        if (plan == null) {
            rows.next(tenant.id(), null);
            return;
        }
        var old = stripe.subscription(String.valueOf(row.subscription()));
        var wanted = prices.of(plan);
        var params = SubscriptionCreateParams.builder()
                .setCustomer(String.valueOf(row.customer()))
                .addItem(SubscriptionCreateParams.Item.builder()
                        .setPrice(wanted.base())
                        .setQuantity(1L)
                        .build())
                .addItem(SubscriptionCreateParams.Item.builder()
                        .setPrice(wanted.delegates())
                        .build())
                .setOffSession(true)
                .putAllMetadata(Map.of("tenant", tenant.id().toString()));
        Tenancy.runAs(tenant, () -> after.costs().taxes().rates(tenant).forEach(params::addDefaultTaxRate));
        if (old.getDefaultPaymentMethod() != null) params.setDefaultPaymentMethod(old.getDefaultPaymentMethod());
        var next = stripe.createSubscription(params.build(), "next:" + old.getId() + ":" + plan.key());
        rows.next(tenant.id(), null);
        var unused = subscription(next.getId(), "customer.subscription.created");
    }

    /** Asks Stripe about one that was not heard of for a while. */
    void recheck(TenantId tenant) {
        var row = rows.of(tenant);
        if (row.subscription() == null) return;
        if (row.customer() != null)
            for (var invoice : stripe.invoices(row.customer())) after.invoices().keep(tenant, invoice);
        var unused = subscription(row.subscription(), "recheck");
    }
}
