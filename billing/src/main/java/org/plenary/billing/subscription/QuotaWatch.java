package org.plenary.billing.subscription;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaCount;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Says in time that a plan is about to be used up. */
@Component
class QuotaWatch {
    private static final int NEAR_PERCENT = 80;

    private final List<QuotaCount> counts;
    private final Plans plans;
    private final PlanMails mails;
    private final TransactionOperations transactions;
    private final Clock clock;

    QuotaWatch(List<QuotaCount> counts, Plans plans, PlanMails mails, TransactionOperations transactions, Clock clock) {
        this.counts = counts;
        this.plans = plans;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param limit empty for none */
    record Use(Quota quota, int used, OptionalInt limit) {
        public boolean isLimited() {
            return limit.isPresent();
        }

        public int most() {
            return limit.orElse(0);
        }

        public boolean isReached() {
            return isLimited() && used >= most();
        }

        /** Whether it is worth a warning: a plan for one conference is there to be filled by one. */
        boolean warns() {
            return most() > 1 && (isReached() || isNear());
        }

        public boolean isNear() {
            return isLimited() && !isReached() && used * 100L >= most() * (long) NEAR_PERCENT;
        }
    }

    /** What the bound tenant, which is this one, has of each quota. */
    List<Use> of(Tenant tenant) {
        var uses = new ArrayList<Use>();
        transactions.executeWithoutResult(status -> {
            for (var count : counts) uses.add(new Use(count.quota(), count.now(), plans.limit(tenant, count.quota())));
        });
        uses.sort(java.util.Comparator.comparing(Use::quota));
        return uses;
    }

    /** Writes to the owners once when a limit is near and once when it is reached; the same again in another year. */
    void warn(Tenant tenant) {
        if (counts.stream()
                .noneMatch(count -> plans.limit(tenant, count.quota()).isPresent())) return;
        var year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        for (var use : of(tenant))
            if (use.warns()) mails.quota(tenant, use.quota(), use.isReached(), use.used(), use.most(), year);
    }
}
