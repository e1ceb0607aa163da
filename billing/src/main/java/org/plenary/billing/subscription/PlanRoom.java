package org.plenary.billing.subscription;

import java.util.List;
import java.util.Map;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Whether what an organization has fits into a plan. */
@Component
class PlanRoom {
    private final QuotaWatch watch;

    PlanRoom(QuotaWatch watch) {
        this.watch = watch;
    }

    boolean fits(Plan plan, List<QuotaWatch.Use> uses) {
        return uses.stream().noneMatch(use -> isOver(plan, use));
    }

    /** @throws Problem.Conflict {@code over_plan_limit} */
    void requireFor(Tenant tenant, Plan plan) {
        var over = watch.of(tenant).stream()
                .filter(use -> isOver(plan, use))
                .map(use -> new Violation(
                        "/plan",
                        "over_plan_limit",
                        "The plan allows " + plan.limit(use.quota()) + " "
                                + use.quota().key() + " and you have " + use.used() + ".",
                        Map.of("limit", String.valueOf(plan.limit(use.quota())), "used", use.used())))
                .toList();
        if (!over.isEmpty())
            throw new Problem.Conflict("over_plan_limit", "You have more than this plan allows.", over);
    }

    private static boolean isOver(Plan plan, QuotaWatch.Use use) {
        var limit = plan.limit(use.quota());
        return limit != null && use.used() > limit;
    }
}
