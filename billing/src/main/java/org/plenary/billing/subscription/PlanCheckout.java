package org.plenary.billing.subscription;

import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.URI;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** How an organization comes to a paid plan: Stripe's hosted page takes the card, and Stripe's portal keeps it. */
@Component
class PlanCheckout {
    private static final String PAGE = "/manage/billing/plan";

    private final PlatformCalls stripe;
    private final SubscriptionRows rows;
    private final PriceBook prices;
    private final Urls urls;
    private final Knowing knowing;

    /** What is to be known before. */
    @Component
    record Knowing(Plans plans, PlanRoom room, Following following, Accounts accounts, PlanTaxes taxes) {}

    PlanCheckout(PlatformCalls stripe, SubscriptionRows rows, PriceBook prices, Urls urls, Knowing knowing) {
        this.stripe = stripe;
        this.rows = rows;
        this.prices = prices;
        this.urls = urls;
        this.knowing = knowing;
    }

    /**
     * A payment page for a plan. A page that was opened before is closed, so that nobody pays twice.
     *
     * @throws Problem.Conflict {@code already_subscribed}, or {@code over_plan_limit} when more is used than the plan allows
     */
    URI start(Tenant tenant, Plan plan) {
        if (!plan.isPaid()) throw new Problem.InvalidInput("/plan", "choice", "This plan costs nothing.");
        knowing.room().requireFor(tenant, plan);
        requireNone(tenant);
        var customer = customer(tenant);
        close(tenant);
        requireNone(tenant);
        var row = rows.of(tenant.id());
        var wanted = prices.of(plan);
        var details = SessionCreateParams.SubscriptionData.builder()
                .putMetadata("tenant", tenant.id().toString());
        knowing.taxes().tell(tenant, customer, key(tenant, "tax"));
        knowing.taxes().rates(tenant).forEach(details::addDefaultTaxRate);
        if (!row.trialUsed() && knowing.plans().trialDays() > 0)
            details.setTrialPeriodDays(knowing.plans().trialDays());
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
                .setCustomer(customer)
                .setClientReferenceId(tenant.id().toString())
                .putMetadata("tenant", tenant.id().toString())
                .setSubscriptionData(details.build())
                .setLocale(
                        tenant.locale().getLanguage().equals("zh")
                                ? SessionCreateParams.Locale.ZH
                                : SessionCreateParams.Locale.EN)
                .setSuccessUrl(urls.tenant(tenant, PAGE + "/return") + "?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl(urls.tenant(tenant, PAGE).toString())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(wanted.base())
                        .setQuantity(1L)
                        .build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(wanted.delegates())
                        .build())
                .build();
        var session = stripe.createSession(params, key(tenant, "subscribe"));
        rows.session(tenant.id(), session.getId());
        return URI.create(session.getUrl());
    }

    private void requireNone(Tenant tenant) {
        if (rows.of(tenant.id()).isAlive())
            throw new Problem.Conflict(
                    "already_subscribed", "There is a subscription already; change its plan instead.");
    }

    /** Whatever page is still open is closed; one that was paid meanwhile is what counts. */
    private void close(Tenant tenant) {
        var open = rows.of(tenant.id()).session();
        if (open == null) return;
        try {
            var unused = stripe.expireSession(open, "close:" + open);
        } catch (StripeRefused e) {
            var unused = knowing.following().look("checkout.session.completed", open);
        }
        rows.session(tenant.id(), null);
    }

    /** The browser is back from the payment page; Stripe is asked, whatever the address says. */
    void cameBack(Tenant tenant) {
        var session = rows.of(tenant.id()).session();
        if (session != null) {
            var unused = knowing.following().look("checkout.session.completed", session);
        }
    }

    /** Stripe's page on which the organization changes its card, looks at invoices, and ends its subscription. */
    URI portal(Tenant tenant) {
        var params = com.stripe.param.billingportal.SessionCreateParams.builder()
                .setCustomer(customer(tenant))
                .setReturnUrl(urls.tenant(tenant, PAGE).toString())
                .setLocale(
                        tenant.locale().getLanguage().equals("zh")
                                ? com.stripe.param.billingportal.SessionCreateParams.Locale.ZH
                                : com.stripe.param.billingportal.SessionCreateParams.Locale.EN)
                .build();
        return URI.create(stripe.portal(params, key(tenant, "portal")));
    }

    private String customer(Tenant tenant) {
        var known = rows.of(tenant.id()).customer();
        if (known != null) return known;
        var unused = rows.nextAttempt(tenant.id());
        var params = CustomerCreateParams.builder()
                .setName(tenant.name())
                .addPreferredLocale(tenant.locale().toLanguageTag())
                .putMetadata("tenant", tenant.id().toString());
        knowing.accounts().owners().stream().findFirst().ifPresent(owner -> params.setEmail(owner.email()));
        // a day later the same key would make a second one, but then this one is written down
        var made = stripe.createCustomer(params.build(), "customer:" + tenant.id());
        return rows.customer(tenant.id(), made.getId());
    }

    /** Written down before it is used: a repeated click is another page, a repeated call is the same. */
    private String key(Tenant tenant, String what) {
        return what + ":" + tenant.id() + ":" + rows.nextAttempt(tenant.id());
    }
}
