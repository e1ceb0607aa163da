package org.plenary.admin.operator;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the operator does to a tenant. */
@Component
class Operating {
    private static final int REASON = 500;
    private static final String SUSPENDED = "suspended";
    private static final String ACTIVE = "active";

    private final OperatorTenants tenants;
    private final TenantRegistry registry;
    private final OperatorTrail trail;
    private final TransactionOperations transactions;
    private final Entitlements entitlements;

    Operating(
            OperatorTenants tenants,
            TenantRegistry registry,
            OperatorTrail trail,
            TransactionOperations transactions,
            Entitlements entitlements) {
        this.tenants = tenants;
        this.registry = registry;
        this.trail = trail;
        this.transactions = transactions;
        this.entitlements = entitlements;
    }

    /** @throws org.plenary.kernel.Problem.Conflict for a tenant that is being provisioned or in maintenance */
    void change(String slug, @Nullable String ifMatch, TenantOrder order) {
        var tenant = tenants.tenant(slug);
        Preconditions.check(ifMatch, version(tenant));
        check(tenant, order);
        transactions.executeWithoutResult(status -> apply(tenant, order));
        trail.record(tenant, order);
    }

    private void check(Tenant tenant, TenantOrder order) {
        var violations = new Violations();
        if (order.status() != null)
            violations.check(
                    order.status().equals(SUSPENDED) || order.status().equals(ACTIVE),
                    "/status",
                    "choice",
                    "One of: active, suspended.");
        if (SUSPENDED.equals(order.status())) violations.text("/reason", order.reason(), REASON);
        else violations.optionalText("/reason", order.reason(), REASON);
        if (order.plan() != null && !order.plan().equals(tenant.plan()))
            violations.check(
                    entitlements.plans().contains(order.plan()),
                    "/plan",
                    "choice",
                    "One of: " + String.join(", ", entitlements.plans()) + ".");
        violations.throwIfAny();
    }

    private void apply(Tenant tenant, TenantOrder order) {
        if (order.plan() != null && !order.plan().equals(tenant.plan())) registry.changePlan(tenant.id(), order.plan());
        // also one that is suspended already: the operator's reason is the one that only the operator takes back
        if (SUSPENDED.equals(order.status()))
            registry.suspend(tenant.id(), String.valueOf(order.reason()).strip());
        if (ACTIVE.equals(order.status()) && tenant.status() != TenantStatus.ACTIVE) registry.resume(tenant.id());
    }

    /** Changes with what an operator can change. */
    static long version(Tenant tenant) {
        var values = tenant.status() + "\n" + tenant.statusReason() + "\n" + tenant.plan() + "\n" + tenant.name();
        return Long.parseLong(org.plenary.kernel.Secrets.hash(values).substring(0, 15), 16);
    }
}
