package org.plenary.billing.subscription;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.QuotaUses;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Says in time that a plan is about to be used up. */
@Component
class QuotaWatch {
    private final QuotaUses uses;
    private final PlanMails mails;
    private final TransactionOperations transactions;
    private final Clock clock;

    QuotaWatch(QuotaUses uses, PlanMails mails, TransactionOperations transactions, Clock clock) {
        this.uses = uses;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the bound tenant, which is this one, has of each quota. */
    List<QuotaUse> of(Tenant tenant) {
        return Objects.requireNonNull(transactions.execute(status -> uses.of(tenant)));
    }

    /** Whether it is worth a warning: a plan for one conference is there to be filled by one. */
    static boolean warns(QuotaUse use) {
        return use.most() > 1 && (use.isReached() || use.isNear());
    }

    /** Writes to the owners once when a limit is near and once when it is reached; the same again in another year. */
    void warn(Tenant tenant) {
        var year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        for (var use : of(tenant)) if (warns(use)) mails.quota(tenant, use, year);
    }
}
