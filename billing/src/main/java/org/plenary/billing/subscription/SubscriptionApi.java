package org.plenary.billing.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/billing")
class SubscriptionApi {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionApi.class);

    private final PlanView view;
    private final PlanCheckout checkout;

    SubscriptionApi(PlanView view, PlanCheckout checkout) {
        this.view = view;
        this.checkout = checkout;
    }

    /**
     * Of storage bytes.
     *
     * @param limit null for none
     */
    record Used(long used, @Nullable Long limit) {}

    record InvoiceView(
            String number,
            String status,
            Money amount,
            Instant issuedAt,
            @Nullable String url,
            @Nullable String pdf) {}

    /**
     * @param status {@code active} also for who pays nothing
     * @param nextPlan that begins when the period ends
     */
    record View(
            String plan,
            String status,
            @Nullable Instant periodStart,
            @Nullable Instant periodEnd,
            boolean cancelAtPeriodEnd,
            @Nullable String nextPlan,
            Map<String, Used> usage,
            int paidDelegatesThisPeriod,
            List<InvoiceView> invoices) {}

    record Portal(URI url) {}

    @GetMapping("/subscription")
    @Requires(Permission.BILLING_READ)
    View subscription() {
        var now = view.of(Tenancy.require());
        var row = now.subscription();
        var usage = new LinkedHashMap<String, Used>();
        for (var use : now.uses())
            usage.put(use.quota().key(), new Used(use.used(), use.isLimited() ? use.most() : null));
        return new View(
                now.plan(),
                row.status() == SubscriptionStatus.NONE
                        ? "active"
                        : row.status().wire(),
                row.periodStart(),
                row.periodEnd(),
                row.ends(),
                row.nextPlan(),
                usage,
                now.countedDelegates(),
                now.invoices().stream()
                        .map(one -> new InvoiceView(
                                one.number(), one.status(), one.due(), one.issuedAt(), one.page(), one.pdf()))
                        .toList());
    }

    @PostMapping("/portal-session")
    @Requires(Permission.BILLING_WRITE)
    Portal portal() {
        try {
            return new Portal(checkout.portal(Tenancy.require()));
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("no portal: {}", e.getMessage());
            throw new Problem.Unavailable("payments_unavailable", "Stripe cannot be reached now; try again later.");
        }
    }
}
