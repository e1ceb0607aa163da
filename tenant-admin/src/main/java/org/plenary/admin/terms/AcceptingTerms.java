package org.plenary.admin.terms;

import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Caller;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An owner accepts the terms that count now, for the bound organization. */
@Component
class AcceptingTerms {
    private static final String ACCOUNT = "account:";

    private final StoredTerms terms;
    private final AuditTrail audit;

    AcceptingTerms(StoredTerms terms, AuditTrail audit) {
        this.terms = terms;
        this.audit = audit;
    }

    /** @throws Problem.Conflict {@code terms_changed} when another version has been published since the page was opened */
    @Transactional
    public void accept(int version, Caller by) {
        var current = terms.current().orElseThrow(() -> new Problem.NotFound("The terms"));
        if (current.version() != version)
            throw new Problem.Conflict("terms_changed", "There is a newer version. Please read it first.");
        if (!by.id().startsWith(ACCOUNT)) throw new Problem.NotFound("The account");
        terms.accept(Tenancy.require().id(), version, UUID.fromString(by.id().substring(ACCOUNT.length())), by.name());
        audit.record("terms.accepted", String.valueOf(version), Map.of());
    }
}
