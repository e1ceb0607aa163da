package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.OrderEnded;
import org.plenary.registration.policy.Policies;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invites people to fees that are for invited people only, and lets each invitation open one registration. */
@Component
class Inviting {
    private static final int MAXIMUM = 2000;

    private final Invitations invitations;
    private final Policies policies;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Inviting(Invitations invitations, Policies policies, AuditTrail audit, ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.policies = policies;
        this.audit = audit;
        this.events = events;
    }

    /** @param emails written as they were given */
    record Invite(@Nullable String fee, @Nullable List<String> emails) {}

    /** @param known how many had one already */
    record Invited(int invited, int known) {}

    /** @throws Problem.InvalidInput naming each line that is no address, and a fee that is not for invited people */
    @Transactional
    public Invited invite(ConferenceView conference, Invite command) {
        var found = new Violations();
        var fee = command.fee() == null ? "" : command.fee();
        found.check(
                policies.of(conference.id()).invitationOnly().contains(fee),
                "/fee",
                "not_by_invitation",
                "This fee is not for invited people only.");
        var emails = addresses(command.emails() == null ? List.of() : command.emails(), found);
        found.check(!emails.isEmpty(), "/emails", "required", "This is required.");
        found.throwIfAny();
        var invited = 0;
        for (var email : emails.values()) {
            var id = invitations.insert(conference.id(), fee, email);
            if (id == null) continue;
            send(id);
            invited++;
        }
        audit.record("invitations.made", conference.slug(), Map.of("fee", fee, "invited", invited));
        return new Invited(invited, emails.size() - invited);
    }

    private static Map<String, String> addresses(List<String> emails, Violations found) {
        var addresses = new LinkedHashMap<String, String>();
        found.check(emails.size() <= MAXIMUM, "/emails", "too_many_invitations", "At most 2000 at once.");
        for (var i = 0; i < Math.min(emails.size(), MAXIMUM); i++) {
            var email = emails.get(i) == null ? "" : emails.get(i).strip();
            if (email.isEmpty()) continue;
            found.email("/emails/" + i, email);
            addresses.putIfAbsent(email.toLowerCase(java.util.Locale.ROOT), email);
        }
        return addresses;
    }

    private void send(UUID invitation) {
        events.publishEvent(new InvitationSent(Tenancy.require().id(), Ids.next(), invitation));
    }

    /** The same invitation once more, with another link; the former ones hold, too. */
    @Transactional
    public void resend(ConferenceView conference, UUID id) {
        if (!open(conference, id).isOpen()) throw used();
        send(id);
        audit.record("invitation.resent", id.toString(), Map.of());
    }

    @Transactional
    public void revoke(ConferenceView conference, UUID id) {
        open(conference, id);
        if (!invitations.revoke(id)) throw used();
        audit.record("invitation.revoked", id.toString(), Map.of());
    }

    private Invitation open(ConferenceView conference, UUID id) {
        return invitations
                .find(id)
                .filter(invitation -> invitation.conference().equals(conference.id()))
                .orElseThrow(() -> new Problem.NotFound("This invitation"));
    }

    private static Problem.Conflict used() {
        return new Problem.Conflict("invitation_used", "This invitation was used, or revoked.");
    }

    /**
     * Uses up the invitation that an order with a fee for invited people needs.
     *
     * @throws Problem.InvalidInput {@code invitation_required} or {@code invitation_used} naming the fee
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(ConferenceView conference, UUID order, Quote quote, @Nullable String token) {
        use(order, needed(conference, quote, find(conference, token)));
    }

    /**
     * As the other, by what {@link #reference} gave: whoever waits does not leave the token with us.
     *
     * @throws Problem.InvalidInput as the other does
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(ConferenceView conference, UUID order, Quote quote, UUID reference) {
        var found = invitations
                .find(reference)
                .filter(each -> each.conference().equals(conference.id()))
                .orElse(null);
        use(order, needed(conference, quote, found));
    }

    private void use(UUID order, Optional<Needed> needed) {
        if (needed.isPresent() && !invitations.use(needed.get().invitation().id(), order))
            throw usedUp(needed.get().pointer());
    }

    /** The invitation that a token opens; null for none. It is no secret, and opens nothing to those outside. */
    @Transactional(readOnly = true)
    public @Nullable UUID reference(ConferenceView conference, @Nullable String token) {
        var found = find(conference, token);
        return found == null ? null : found.id();
    }

    private @Nullable Invitation find(ConferenceView conference, @Nullable String token) {
        return token == null ? null : invitations.find(conference.id(), token).orElse(null);
    }

    /**
     * Whether the order could be placed as it is; uses nothing up.
     *
     * @throws Problem.InvalidInput as {@link #use} does
     */
    @Transactional(readOnly = true)
    public void check(ConferenceView conference, Quote quote, @Nullable String token) {
        var needed = needed(conference, quote, find(conference, token));
        if (needed.isPresent() && !needed.get().invitation().isOpen())
            throw usedUp(needed.get().pointer());
    }

    private record Needed(String pointer, Invitation invitation) {}

    /** An invitation is for one delegate. */
    private Optional<Needed> needed(ConferenceView conference, Quote quote, @Nullable Invitation given) {
        var closed = policies.of(conference.id()).invitationOnly();
        @Nullable Needed needed = null;
        for (var i = 0; i < quote.delegates().size(); i++) {
            var fee = quote.delegates().get(i).fee();
            if (!closed.contains(fee)) continue;
            var pointer = "/delegates/" + i + "/fee";
            if (given == null || needed != null || !given.fee().equals(fee))
                throw new Problem.InvalidInput(
                        pointer, "invitation_required", "This fee is for invited people, one each.");
            needed = new Needed(pointer, given);
        }
        return Optional.ofNullable(needed);
    }

    private static Problem.InvalidInput usedUp(String pointer) {
        return new Problem.InvalidInput(pointer, "invitation_used", "This invitation was used, or revoked.");
    }

    @ModuleListener(id = "registration.free-invitation")
    public void on(OrderEnded ended) {
        invitations.free(ended.order());
    }
}
