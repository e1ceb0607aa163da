package org.plenary.identity.profile;

import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AccountNotice.What;
import org.plenary.identity.AccountRenamed;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.identity.session.ToldOwners;
import org.plenary.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change of their own account. */
@Component
class ChangingAccount {
    private final StoredAccounts accounts;
    private final StoredSignIns signIns;
    private final ToldOwners notices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ChangingAccount(
            StoredAccounts accounts,
            StoredSignIns signIns,
            ToldOwners notices,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
    }

    /** The organizations that the person works for learn the new name. */
    @Transactional
    public void rename(UUID account, String name) {
        accounts.rename(account, name.strip());
        for (var tenant : accounts.tenantsOf(account))
            events.publishEvent(new AccountRenamed(TenantId.of(tenant), account));
        audit.record("account.renamed", account.toString(), Map.of());
    }

    /** Everybody who is signed in with the old password elsewhere is so no more. */
    @Transactional
    public void changePassword(Self.Me me, String passwordHash) {
        accounts.changePassword(me.id(), passwordHash);
        signIns.endOthers(me.id(), me.signIn());
        audit.record("account.password-changed", me.id().toString(), Map.of());
        notices.tell(me.id(), What.PASSWORD_CHANGED, me.signIn());
    }

    @Transactional
    public void end(Self.Me me, UUID signIn) {
        if (signIns.end(me.id(), signIn))
            audit.record("account.sign-in-ended", me.id().toString(), Map.of());
    }

    @Transactional
    public void endOthers(Self.Me me) {
        var count = signIns.endOthers(me.id(), me.signIn());
        audit.record("account.sign-ins-ended", me.id().toString(), Map.of("count", count));
    }
}
