package org.plenary.identity.support;

import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends an access to the bound tenant before its time. */
@Component
class EndingSupport {
    private final StoredSupport support;
    private final AuditTrail audit;
    private final Callers callers;

    EndingSupport(StoredSupport support, AuditTrail audit, Callers callers) {
        this.support = support;
        this.audit = audit;
        this.callers = callers;
    }

    @Transactional
    public void end(UUID id) {
        var tenant = Tenancy.require().id();
        var known = support.find(id).filter(access -> access.tenant().equals(tenant));
        if (known.isEmpty()) throw new Problem.NotFound("This access");
        if (support.end(tenant, id, callers.current().name())) audit.record("support.ended", id.toString(), Map.of());
    }
}
