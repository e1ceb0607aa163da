package org.plenary.identity.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.PartnerPeople;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;
import org.springframework.stereotype.Component;

/** Keeps them as people with roles that carry their partner. */
@Component
class PartnerStaff implements PartnerPeople {
    private static final int NAME_LENGTH = 200;

    private final People people;
    private final Grants grants;
    private final StoredInvitations invitations;
    private final InvitingMembers inviting;
    private final Rules rules;

    PartnerStaff(People people, Grants grants, StoredInvitations invitations, InvitingMembers inviting, Rules rules) {
        this.people = people;
        this.grants = grants;
        this.invitations = invitations;
        this.inviting = inviting;
        this.rules = rules;
    }

    /** Which roles there are, who may give them, and to how many. */
    @Component
    record Rules(RoleWords words, WantedRoles wishes, StaffQuota quota) {}

    @Override
    public List<Choice> roles(Locale locale) {
        return rules.words().roles(rules.wishes().givableHere(), locale);
    }

    @Override
    public List<Someone> of(UUID partner, Locale locale) {
        var found = new ArrayList<Someone>();
        for (var person : people.ofPartner(partner))
            person.grants().stream()
                    .filter(grant -> partner.equals(grant.partner()))
                    .forEach(grant -> found.add(new Someone(
                            person.id(),
                            person.name(),
                            person.email(),
                            rules.words().name(grant.role(), locale),
                            false)));
        for (var invitation : invitations.ofPartner(partner))
            found.add(new Someone(
                    invitation.id(),
                    invitation.name(),
                    invitation.email(),
                    rules.words().name(invitation.wanted().role(), locale),
                    true));
        return found;
    }

    @Override
    public void invite(
            Engagement engagement,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            Locale language) {
        var violations = new Violations().text("/name", name, NAME_LENGTH).email("/email", email);
        var wish = new WantedRoles.Wish(role, engagement.conference(), engagement.until());
        var wanted = rules.wishes().check(violations, wish);
        violations.throwIfAny();
        if (name == null || email == null || wanted.isEmpty()) throw new IllegalStateException();
        var told = wish.forAudit();
        told.put("partner", engagement.partner().toString());
        inviting.invite(name, email, language, wanted.get().ofPartner(engagement.partner()), told);
    }

    @Override
    public void move(UUID partner, LocalDate until) {
        rules.quota().within("/endsOn", () -> {
            grants.moveOfPartner(partner, until);
            invitations.moveOfPartner(partner, until);
            return partner;
        });
    }

    @Override
    public void dismiss(UUID partner, UUID someone) {
        var isInvitation = invitations
                .byId(someone)
                .filter(invitation -> partner.equals(invitation.wanted().partner()))
                .isPresent();
        if (isInvitation && invitations.remove(someone)) return;
        if (grants.endOfPartner(partner, someone).isEmpty()) throw new Problem.NotFound("This person");
        leave(someone);
    }

    @Override
    public void dismissAll(UUID partner) {
        invitations.removeOfPartner(partner);
        grants.endOfPartner(partner, null).forEach(this::leave);
    }

    private void leave(UUID person) {
        if (grants.hasNone(person)) people.byId(person).ifPresent(people::remove);
    }
}
