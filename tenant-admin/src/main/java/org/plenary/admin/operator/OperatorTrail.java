package org.plenary.admin.operator;

import java.util.LinkedHashMap;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what the operator did to a tenant: in the operators' audit trail, and in the tenant's own. */
@Component
class OperatorTrail {
    private static final Logger log = LoggerFactory.getLogger(OperatorTrail.class);

    private final AuditTrail audit;
    private final TransactionOperations transactions;

    OperatorTrail(AuditTrail audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    void record(Tenant tenant, TenantOrder order) {
        var details = new LinkedHashMap<String, String>();
        if (order.status() != null) details.put("status", order.status());
        if (order.reason() != null) details.put("reason", order.reason());
        if (order.plan() != null) details.put("plan", order.plan());
        log.info("operator changed tenant={} status={} plan={}", tenant.slug(), order.status(), order.plan());
        record(tenant, "operator.changed", details);
    }

    void record(Tenant tenant, String action, LinkedHashMap<String, String> details) {
        transactions.executeWithoutResult(status -> audit.record(action, tenant.slug(), details));
        // A tenant without a schema has no trail yet.
        if (tenant.schemaVersion() == null) return;
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(
                        status -> audit.record(action, tenant.id().toString(), details)));
    }
}
