package org.plenary.identity.reset;

import java.util.Map;
import java.util.Optional;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.account.StoredAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the new password. Whoever has the link has read the account's mail, so the address is confirmed by it too. */
@Component
class Resetting {
    private static final Logger log = LoggerFactory.getLogger(Resetting.class);

    private final StoredResets resets;
    private final StoredAccounts accounts;
    private final AuditTrail audit;

    Resetting(StoredResets resets, StoredAccounts accounts, AuditTrail audit) {
        this.resets = resets;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @return false when the link was used or has expired in the meantime; everybody who is signed in is so no more */
    @Transactional
    public boolean set(String secret, String passwordHash) {
        var account = resets.take(secret).flatMap(accounts::byEmail);
        if (account.isEmpty()) return false;
        var id = account.get().id();
        accounts.resetPassword(id, passwordHash);
        audit.record("account.password-reset", id.toString(), Map.of());
        log.info("password reset account={}", id);
        return true;
    }

    Optional<String> emailOf(String secret) {
        return resets.emailOf(secret);
    }
}
