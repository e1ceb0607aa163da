package org.plenary.identity.person;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.MemberInvited;
import org.plenary.identity.RateLimits;
import org.plenary.identity.Signatures;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people by mail to work for the bound organization. The invitation is theirs alone: it is good for one address. */
@Component
class InvitingMembers {
    static final Duration LIFE = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int NAME_LENGTH = 200;
    private static final int A_DAY = 200;

    private final StoredInvitations invitations;
    private final WantedRoles wishes;
    private final Known known;
    private final Sending sending;
    private final AuditTrail audit;

    InvitingMembers(StoredInvitations invitations, WantedRoles wishes, Known known, Sending sending, AuditTrail audit) {
        this.invitations = invitations;
        this.wishes = wishes;
        this.known = known;
        this.sending = sending;
        this.audit = audit;
    }

    /** Who is there already, and who asks. */
    @Component
    record Known(People people, StoredAccounts accounts, Callers callers, StaffQuota quota, Clock clock) {
        boolean isMember(String email) {
            return accounts.byEmail(email)
                    .flatMap(account -> people.ofAccount(account.id()))
                    .isPresent();
        }
    }

    /** Has the mails written, not too many of them; their secrets follow from the platform's, so that none has to be kept. */
    @Component
    record Sending(Signatures signatures, RateLimits limits, ApplicationEventPublisher events) {
        String secret(UUID invitation, int mailing) {
            return signatures.of("member-invitation:" + Tenancy.require().id() + ":" + invitation + ":" + mailing);
        }

        void send(UUID invitation, int mailing) {
            limits.take("member-invitations", A_DAY, Duration.ofDays(1));
            events.publishEvent(new MemberInvited(Tenancy.require().id(), invitation, mailing));
        }
    }

    /** Somebody who is no member yet. */
    @Transactional
    public Invitation invite(@Nullable String name, @Nullable String email, Locale language, WantedRoles.Wish wish) {
        var violations = new Violations().text("/name", name, NAME_LENGTH).email("/email", email);
        var wanted = wishes.check(violations, wish);
        violations.throwIfAny();
        if (name == null || email == null || wanted.isEmpty()) throw new IllegalStateException();
        if (known.isMember(email))
            throw new Problem.InvalidInput("/email", "already_member", "This person is a member already.");
        return invite(name, email, language, wanted.get(), wish.forAudit());
    }

    /**
     * Somebody with a role that was checked. In the caller's transaction.
     *
     * @throws Problem.Conflict {@code plan_limit} when there is no place for one more
     */
    Invitation invite(String name, String email, Locale language, Grants.Wanted wanted, Map<String, ?> told) {
        return known.quota().within("/email", () -> ask(name, email, language, wanted, told));
    }

    private Invitation ask(String name, String email, Locale language, Grants.Wanted wanted, Map<String, ?> told) {
        var now = known.clock().instant();
        var caller = known.callers().current();
        invitations.forgetOlderThan(now.minus(KEPT));
        var invitation = new Invitation(
                Ids.next(),
                name.strip(),
                StoredAccounts.normal(email),
                language,
                wanted,
                1,
                now.plus(LIFE),
                caller.id(),
                caller.name(),
                now);
        if (!invitations.add(invitation, sending.secret(invitation.id(), 1)))
            throw new Problem.InvalidInput(
                    "/email", "member_invited", "This person was invited already and has not answered yet.");
        sending.send(invitation.id(), 1);
        audit.record("member.invited", invitation.id().toString(), told);
        return invitation;
    }

    /** How much of the plan is taken; empty when it limits nothing. */
    @Transactional(readOnly = true)
    public Optional<QuotaUse> room() {
        return known.quota().use();
    }

    @Transactional(readOnly = true)
    public List<Invitation> all() {
        return invitations.all();
    }

    /**
     * The mail once more: it may have been lost, or its time is over. The link of the one before ends.
     *
     * @throws Problem.Conflict {@code plan_limit} when its time is over and its place was given to somebody else
     */
    @Transactional
    public Invitation mailAgain(UUID id) {
        return known.quota().within("", () -> sendAgain(id));
    }

    private Invitation sendAgain(UUID id) {
        var invitation = invitations.lock(id).orElseThrow(InvitingMembers::none);
        var mailing = invitation.mailing() + 1;
        invitations.mailAgain(
                id,
                mailing,
                sending.secret(id, mailing),
                known.clock().instant().plus(LIFE));
        sending.send(id, mailing);
        audit.record("member.invited-again", id.toString(), Map.of());
        return invitation;
    }

    @Transactional
    public Invitation withdraw(UUID id) {
        var invitation = require(id);
        if (!invitations.remove(id)) throw none();
        audit.record("member.invitation-withdrawn", id.toString(), Map.of());
        return invitation;
    }

    Invitation require(UUID id) {
        return invitations.byId(id).orElseThrow(InvitingMembers::none);
    }

    Optional<String> secret(Invitation invitation, int mailing) {
        return invitation.mailing() == mailing
                ? Optional.of(sending.secret(invitation.id(), mailing))
                : Optional.empty();
    }

    private static Problem.NotFound none() {
        return new Problem.NotFound("The invitation");
    }
}
