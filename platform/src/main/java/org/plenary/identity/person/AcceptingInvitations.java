package org.plenary.identity.person;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a member of who was invited. Whoever has the link has read the mail of that address, so it is confirmed by it too. */
@Component
class AcceptingInvitations {
    private static final Logger log = LoggerFactory.getLogger(AcceptingInvitations.class);

    private final StoredInvitations invitations;
    private final People people;
    private final Grants grants;
    private final Entry entry;
    private final Clock clock;

    AcceptingInvitations(StoredInvitations invitations, People people, Grants grants, Entry entry, Clock clock) {
        this.invitations = invitations;
        this.people = people;
        this.grants = grants;
        this.entry = entry;
        this.clock = clock;
    }

    /** How somebody comes in, and how that is recorded. */
    @Component
    record Entry(StoredAccounts accounts, StaffQuota quota, AuditTrail audit, Urls urls) {}

    /** Empty for one that was used, withdrawn, mailed anew, or whose time is over. */
    Optional<Invitation> find(String secret) {
        return invitations.bySecret(secret).filter(this::isGood);
    }

    private boolean isGood(Invitation invitation) {
        var until = invitation.wanted().until();
        return invitation.isOpenAt(clock.instant())
                && (until == null || !people.today().isAfter(until));
    }

    /**
     * @return where to go on: to set a password, or to the pages of staff; empty when it is good no more
     * @throws org.plenary.kernel.Problem.Conflict {@code plan_limit} when there is no place; the invitation stays good
     */
    @Transactional
    public Optional<URI> accept(String secret) {
        var found = find(secret);
        if (found.isEmpty()) return Optional.empty();
        var invitation = found.get();
        var next = entry.quota().lettingIn(() -> letIn(invitation));
        next.ifPresent(address -> log.info("invitation accepted id={}", invitation.id()));
        return next;
    }

    private Optional<URI> letIn(Invitation invitation) {
        if (!invitations.remove(invitation.id())) return Optional.empty();
        var account = entry.accounts().confirm(invitation.name(), invitation.email());
        var person = people.enter(account);
        grants.give(person, invitation.wanted());
        entry.audit()
                .record(
                        "member.joined",
                        person.toString(),
                        Map.of(
                                "role", invitation.wanted().role().code(),
                                "invitation", invitation.id().toString(),
                                "invited_by", invitation.invitedByName()));
        return Optional.of(
                account.passwordHash() == null
                        ? entry.urls()
                                .platform("/password?link=" + entry.accounts().newPasswordLink(account.id()))
                        : entry.urls().tenant(Tenancy.require(), "/manage"));
    }
}
