package org.plenary.identity.email;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AccountNotice.What;
import org.plenary.identity.AccountRenamed;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.EmailChangeAsked;
import org.plenary.identity.EmailChanged;
import org.plenary.identity.EmailChanges.Kind;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.account.StoredAddresses;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.session.ToldOwners;
import org.plenary.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An account gets another address when that is confirmed, in place of the old one or beside it, and goes back when whoever reads the
 * old one's mail says so. Whether the new address has an account already is told to nobody who asks.
 */
@Component
class ChangingEmail {
    private final StoredEmailChanges changes;
    private final StoredAccounts accounts;
    private final StoredAddresses addresses;
    private final Told told;
    private final ApplicationEventPublisher events;

    ChangingEmail(
            StoredEmailChanges changes,
            StoredAccounts accounts,
            StoredAddresses addresses,
            Told told,
            ApplicationEventPublisher events) {
        this.changes = changes;
        this.accounts = accounts;
        this.addresses = addresses;
        this.told = told;
        this.events = events;
    }

    /** Who learns of it, and what goes with an address that is taken back. */
    @Component
    record Told(AuditTrail audit, ToldOwners owners, Factors factors) {}

    @Transactional
    public void ask(Account account, Kind kind, String email, Locale locale) {
        var change = changes.insert(account.id(), kind, account.email(), StoredAccounts.normal(email), locale);
        events.publishEvent(new EmailChangeAsked(change));
        told.audit().record("account.email-change-asked", account.id().toString(), Map.of("kind", kind.code()));
    }

    /** @return false when the link was used or has expired, or the address has an account in the meantime */
    @Transactional
    public boolean confirm(String link) {
        var found = changes.toConfirm(link);
        if (found.isEmpty()) return false;
        var change = found.get();
        if (!changes.confirm(change) || !isDone(change)) return false;
        events.publishEvent(new EmailChanged(change.id()));
        return true;
    }

    private boolean isDone(StoredEmailChanges.Change change) {
        var account = change.account();
        return switch (change.kind()) {
            case INSTEAD -> {
                if (!addresses.move(account, change.oldEmail(), change.newEmail())) yield false;
                tellOrganizations(account);
                told.audit().record("account.email-changed", account.toString(), Map.of());
                yield true;
            }
            case ADD -> {
                if (!addresses.add(account, change.newEmail())) yield false;
                told.audit().record("account.address-added", account.toString(), Map.of());
                yield true;
            }
            case PRIMARY -> false;
        };
    }

    /** Mails go to another of its own addresses; it was confirmed when it was added. */
    @Transactional
    public boolean makeFirst(Account account, String email, Locale locale) {
        if (!addresses.makeFirst(account.id(), account.email(), email)) return false;
        var change = changes.insertConfirmed(account.id(), Kind.PRIMARY, account.email(), email, locale);
        tellOrganizations(account.id());
        events.publishEvent(new EmailChanged(change));
        told.audit().record("account.address-made-first", account.id().toString(), Map.of());
        return true;
    }

    @Transactional
    public void remove(Account account, UUID signIn, String email) {
        if (!addresses.remove(account.id(), email)) return;
        told.audit().record("account.address-removed", account.id().toString(), Map.of());
        told.owners().tell(account.id(), What.ADDRESS_REMOVED, signIn);
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
        if (!changes.undo(change) || !addresses.takeBack(change.account(), change.oldEmail(), change.askedAt()))
            return false;
        accounts.endSessions(change.account());
        accounts.forgetPassword(change.account());
        told.factors().takeAwaySince(change.account(), change.askedAt());
        tellOrganizations(change.account());
        told.audit().record("account.email-change-undone", change.account().toString(), Map.of());
        return true;
    }

    private void tellOrganizations(UUID account) {
        for (var tenant : accounts.tenantsOf(account))
            events.publishEvent(new AccountRenamed(TenantId.of(tenant), account));
    }
}
