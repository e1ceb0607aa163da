package org.plenary.admin.offboarding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenary.admin.certificate.CertificateIssuing;
import org.plenary.admin.certificate.Inventory;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantTraces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts what there is of a tenant before it is erased, and certifies the erasure once there is nothing of it any more. */
@Component
class Certifying {
    private static final Logger log = LoggerFactory.getLogger(Certifying.class);

    private final List<TenantTraces> traces;
    private final Deletions deletions;
    private final Accounts accounts;
    private final CertificateIssuing issuing;
    private final TransactionOperations transactions;

    Certifying(
            List<TenantTraces> traces,
            Deletions deletions,
            Accounts accounts,
            CertificateIssuing issuing,
            TransactionOperations transactions) {
        this.traces = traces;
        this.deletions = deletions;
        this.accounts = accounts;
        this.issuing = issuing;
        this.transactions = transactions;
    }

    Inventory inventory(Tenant tenant, Deletion deletion) {
        List<Accounts.Contact> owners =
                tenant.schemaVersion() == null ? List.of() : Tenancy.callAs(tenant, accounts::owners);
        return new Inventory(
                tenant.name(),
                tenant.slug(),
                tenant.schema(),
                tenant.locale().toLanguageTag(),
                tenant.timeZone().getId(),
                deletion.askedBy(),
                deletion.askerName(),
                count(tenant.id(), tenant.schema()),
                owners.stream()
                        .map(owner -> new Inventory.Recipient(owner.name(), owner.email()))
                        .toList());
    }

    /** Nothing while something is left: whoever keeps it has not heard yet, and is asked again. */
    void certify(TenantId tenant) {
        var gone = deletions.gone(tenant);
        var left = count(tenant, gone.inventory().schema());
        left.values().removeIf(count -> count == 0);
        if (!left.isEmpty()) {
            log.info("of the erased tenant={} there is still {}", tenant, left);
            return;
        }
        transactions.executeWithoutResult(status -> {
            if (!deletions.certified(tenant)) return;
            issuing.issue(tenant, gone.inventory(), gone.askedAt(), gone.erasedAt());
        });
    }

    private Map<String, Long> count(TenantId tenant, String schema) {
        var counts = new TreeMap<String, Long>();
        for (var trace : traces) counts.merge(trace.kind(), trace.count(tenant, schema), Long::sum);
        return counts;
    }
}
