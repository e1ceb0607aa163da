package org.plenary.admin.provisioning;

import java.util.Map;
import java.util.UUID;
import org.plenary.admin.signup.Signup;
import org.plenary.admin.signup.Signups;
import org.plenary.identity.Accounts;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.TenantErasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes away what is left of a sign-up whose tenant could not be made and that nobody had tried again in time: the
 * half-made schema, the owner's account where it belongs to nothing else, and the address, which is free again.
 */
@Component
class Abandoning {
    private static final Logger log = LoggerFactory.getLogger(Abandoning.class);

    private final Signups signups;
    private final Accounts accounts;
    private final TenantErasure erasure;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Abandoning(
            Signups signups,
            Accounts accounts,
            TenantErasure erasure,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.signups = signups;
        this.accounts = accounts;
        this.erasure = erasure;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One that cannot be removed keeps no other. */
    void run() {
        for (var id : signups.abandoned()) {
            try {
                transactions.executeWithoutResult(status -> giveUp(id));
            } catch (RuntimeException e) {
                log.error("what is left of signup={} could not be removed", id, e);
            }
        }
    }

    /** One that the operator has tried again in this moment is kept: taking it waits for that, and then finds nothing. */
    private void giveUp(UUID id) {
        signups.takeAbandoned(id).ifPresent(this::remove);
    }

    private void remove(Signup signup) {
        var tenant = signup.tenant();
        if (tenant == null) return;
        accounts.forgetMembersOf(tenant);
        erasure.erase(tenant);
        audit.record("signup.abandoned", signup.wanted().slug(), Map.of("tenant", tenant.toString()));
    }
}
