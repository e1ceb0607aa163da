package org.plenary.billing.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** What an organization is shown of its plan. */
@Component
class PlanView {
    private static final int INVOICES = 24;

    private final Plans plans;
    private final SubscriptionRows rows;
    private final QuotaWatch watch;
    private final Documents documents;
    private final Metering metering;

    /** What was asked, what was taken back, and the tax on it. */
    @Component
    record Documents(PlatformInvoices invoices, CreditNoteRows notes, PlanTaxes taxes) {}

    PlanView(Plans plans, SubscriptionRows rows, QuotaWatch watch, Documents documents, Metering metering) {
        this.plans = plans;
        this.rows = rows;
        this.watch = watch;
        this.documents = documents;
        this.metering = metering;
    }

    /** @param current whether it is the organization's; @param larger than the one it has */
    record Offer(Plan plan, boolean current, boolean larger, boolean next) {}

    /**
     * @param plan the key of the plan that counts
     * @param countedDelegates paid delegates of this period, of whom some are included
     * @param payAt where the oldest open invoice is paid
     */
    record Now(
            String plan,
            SubscriptionRow subscription,
            List<QuotaUse> uses,
            List<Offer> offers,
            List<PlatformInvoices.Row> invoices,
            List<CreditNoteRows.Row> notes,
            PlanTax.Due tax,
            int countedDelegates,
            @Nullable String payAt) {
        public boolean subscribed() {
            return subscription.isAlive();
        }

        public boolean overdue() {
            return subscription.overdueSince() != null;
        }
    }

    Now of(Tenant tenant) {
        var row = rows.of(tenant.id());
        var rank = plans.byKey(tenant.plan()).map(Plan::rank).orElse(-1);
        var offers = plans.all().stream()
                .map(plan -> new Offer(
                        plan,
                        plan.key().equals(tenant.plan()),
                        plan.rank() > rank,
                        row.isAlive() && row.ends() && plan.key().equals(next(row))))
                .toList();
        return new Now(
                tenant.plan(),
                row,
                watch.of(tenant),
                offers,
                documents.invoices().newest(tenant.id(), INVOICES),
                documents.notes().newest(tenant.id(), INVOICES),
                documents.taxes().due(tenant),
                metering.ofPeriod(row),
                documents
                        .invoices()
                        .open(tenant.id())
                        .map(PlatformInvoices.Row::page)
                        .orElse(null));
    }

    private static String next(SubscriptionRow row) {
        return row.nextPlan() == null ? Plan.FREE : row.nextPlan();
    }
}
