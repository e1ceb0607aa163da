package org.plenary.identity.email;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AccountRenamed;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.EmailChangeAsked;
import org.plenary.identity.EmailChanged;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.factor.Factors;
import org.plenary.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An account moves to another address when that is confirmed, and back when whoever reads the old one's mail says so. Whether
 * the new address has an account already is told to nobody who asks.
 */
@Component
class ChangingEmail {
    private final StoredEmailChanges changes;
    private final StoredAccounts accounts;
    private final Factors factors;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ChangingEmail(
            StoredEmailChanges changes,
            StoredAccounts accounts,
            Factors factors,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.changes = changes;
        this.accounts = accounts;
        this.factors = factors;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void ask(Account account, String email, Locale locale) {
        var change = changes.insert(account.id(), account.email(), StoredAccounts.normal(email), locale);
        events.publishEvent(new EmailChangeAsked(change));
        audit.record("account.email-change-asked", account.id().toString(), Map.of());
    }

    /** @return false when the link was used or has expired, or the address has an account in the meantime */
    @Transactional
    public boolean confirm(String link) {
        var found = changes.toConfirm(link);
        if (found.isEmpty()) return false;
        var change = found.get();
        if (!changes.confirm(change) || !accounts.move(change.account(), change.oldEmail(), change.newEmail()))
            return false;
        tellOrganizations(change.account());
        events.publishEvent(new EmailChanged(change.id()));
        audit.record("account.email-changed", change.account().toString(), Map.of());
        return true;
    }

    /**
     * It was perhaps not the owner who asked: whoever is signed in is so no more, the password that was given then is good
     * for nothing, and second factors that came since are gone.
     */
    @Transactional
    public boolean undo(String link) {
        var found = changes.toUndo(link);
        if (found.isEmpty()) return false;
        var change = found.get();
        if (!changes.undo(change) || !accounts.move(change.account(), change.newEmail(), change.oldEmail()))
            return false;
        accounts.endSessions(change.account());
        accounts.forgetPassword(change.account());
        factors.takeAwaySince(change.account(), change.askedAt());
        tellOrganizations(change.account());
        audit.record("account.email-change-undone", change.account().toString(), Map.of());
        return true;
    }

    private void tellOrganizations(UUID account) {
        for (var tenant : accounts.tenantsOf(account))
            events.publishEvent(new AccountRenamed(TenantId.of(tenant), account));
    }
}
