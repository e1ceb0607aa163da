package org.plenary.admin.vitals;

import java.util.List;
import java.util.Objects;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.QuotaUses;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantMigrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How much of its plan one tenant uses, counted when an operator looks at it. */
@Component
public class PlanUse {
    private static final Logger log = LoggerFactory.getLogger(PlanUse.class);

    private final QuotaUses quotas;
    private final TenantMigrations migrations;
    private final TransactionOperations transactions;

    PlanUse(QuotaUses quotas, TenantMigrations migrations, TransactionOperations transactions) {
        this.quotas = quotas;
        this.migrations = migrations;
        this.transactions = transactions;
    }

    /** Empty for one that has no schema, is behind, or does not answer: it may lack what is counted. */
    public List<QuotaUse> of(Tenant tenant) {
        if (!migrations.wanted().equals(tenant.schemaVersion())) return List.of();
        try {
            return Tenancy.callAs(
                    tenant, () -> Objects.requireNonNull(transactions.execute(status -> quotas.of(tenant))));
        } catch (RuntimeException e) {
            log.warn("tenant={} does not answer", tenant.slug(), e);
            return List.of();
        }
    }
}
