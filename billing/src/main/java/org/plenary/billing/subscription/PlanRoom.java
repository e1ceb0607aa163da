package org.plenary.billing.subscription;

import java.util.Locale;
import java.util.Map;
import org.plenary.kernel.ByteCount;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Whether what an organization has fits into a plan. */
@Component
class PlanRoom {
    private final QuotaWatch watch;

    PlanRoom(QuotaWatch watch) {
        this.watch = watch;
    }

    /** @throws Problem.Conflict {@code over_plan_limit} */
    void requireFor(Tenant tenant, Plan plan) {
        var over = watch.of(tenant).stream()
                .map(use -> new QuotaUse(use.quota(), use.used(), plan.limits().of(use.quota())))
                .filter(QuotaUse::isOver)
                .map(PlanRoom::violation)
                .toList();
        if (!over.isEmpty())
            throw new Problem.Conflict("over_plan_limit", "You have more than this plan allows.", over);
    }

    private static Violation violation(QuotaUse use) {
        var quota = use.quota();
        return new Violation(
                "/plan",
                "over_plan_" + quota.key(),
                "The plan allows " + quota.figure(use.most(), Locale.ENGLISH) + " of " + quota.key() + " and you have "
                        + quota.figure(use.used(), Locale.ENGLISH) + ".",
                Map.of("limit", amount(quota, use.most()), "used", amount(quota, use.used())));
    }

    private static Object amount(Quota quota, long amount) {
        return quota == Quota.STORAGE ? new ByteCount(amount) : amount;
    }
}
