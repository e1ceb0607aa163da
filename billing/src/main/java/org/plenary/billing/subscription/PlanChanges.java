package org.plenary.billing.subscription;

import java.util.Map;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an organization the plan that it pays for, and writes into its audit trail what happened to it. */
@Component
class PlanChanges {
    private final Plans plans;
    private final TenantRegistry registry;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final TenantDirectory tenants;

    PlanChanges(
            Plans plans,
            TenantRegistry registry,
            AuditTrail audit,
            TransactionOperations transactions,
            TenantDirectory tenants) {
        this.plans = plans;
        this.registry = registry;
        this.audit = audit;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    /** A plan that the operator made for one customer stays, while nothing else is paid. */
    void follow(Tenant found, SubscriptionRow row) {
        // the caller found it before it asked Stripe, and an operator may have given it another plan meanwhile
        var tenant = tenants.byId(found.id()).orElse(found);
        var paysNow = plans.byKey(tenant.plan()).filter(Plan::isPaid).isPresent();
        if (!row.isAlive() && !paysNow) return;
        var plan = row.isAlive() ? row.plan() : Plan.FREE;
        if (plan.equals(tenant.plan())) return;
        transactions.executeWithoutResult(status -> registry.changePlan(tenant.id(), plan));
        record(tenant, "billing.plan-changed", Map.of("from", tenant.plan(), "to", plan));
    }

    /** In the organization's trail, and in the operators' too when it happened on the platform by itself. */
    void record(Tenant tenant, String action, Map<String, String> details) {
        if (Tenancy.current().isEmpty())
            transactions.executeWithoutResult(
                    status -> audit.record(action, tenant.id().toString(), details));
        // a tenant without a schema has no trail yet
        if (tenant.schemaVersion() == null) return;
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(
                        status -> audit.record(action, tenant.id().toString(), details)));
    }
}
