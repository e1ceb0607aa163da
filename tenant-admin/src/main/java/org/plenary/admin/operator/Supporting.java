package org.plenary.admin.operator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.SupportBegun;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.SupportAccesses;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens a tenant to the operator for some hours, and tells the tenant. */
@Component
class Supporting {
    static final List<Integer> HOURS = List.of(1, 2, 4, 8);
    private static final int REASON = 500;

    private final SupportAccesses accesses;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Supporting(
            SupportAccesses accesses,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.accesses = accesses;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** @throws Problem.Conflict {@code not_ready} for a tenant whose pages cannot be opened */
    SupportAccesses.Access begin(Tenant tenant, @Nullable String reason, @Nullable Integer hours) {
        var violations = new Violations().text("/reason", reason, REASON);
        violations.check(hours != null && HOURS.contains(hours), "/hours", "choice", "One of: 1, 2, 4, 8.");
        violations.throwIfAny();
        if (reason == null || hours == null) throw new IllegalStateException();
        if (!tenant.isActive())
            throw new Problem.Conflict("not_active", "Only the pages of an active organization can be opened.");
        // First in the operators' own trail: what cannot be written down there is not begun.
        transactions.executeWithoutResult(status ->
                audit.record("support.begun", tenant.slug(), Map.of("reason", reason.strip(), "hours", hours)));
        // In the tenant, so that its trail and the event are written together with the access.
        return Tenancy.callAs(
                tenant,
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    var access = accesses.begin(tenant.id(), reason.strip(), Duration.ofHours(hours));
                    audit.record(
                            "support.begun", access.id().toString(), Map.of("reason", access.reason(), "hours", hours));
                    events.publishEvent(new SupportBegun(tenant.id(), access.id()));
                    return access;
                })));
    }

    void end(Tenant tenant, SupportAccesses.Access access) {
        transactions.executeWithoutResult(status -> audit.record("support.ended", tenant.slug(), Map.of()));
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    if (accesses.end(tenant.id(), access.id(), access.name()))
                        audit.record("support.ended", access.id().toString(), Map.of());
                }));
    }
}
