package org.plenary.identity.person;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.ConferenceNames;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.QuotaUse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The own staff of one conference; partner organizations and bodies have their people for themselves. */
@Component
class ConferenceStaffing {
    private static final int NAME_LENGTH = 200;

    private final ConferenceNames conferences;
    private final People people;
    private final InvitingMembers inviting;
    private final Staffing staffing;
    private final WantedRoles wishes;

    ConferenceStaffing(
            ConferenceNames conferences,
            People people,
            InvitingMembers inviting,
            Staffing staffing,
            WantedRoles wishes) {
        this.conferences = conferences;
        this.people = people;
        this.inviting = inviting;
        this.staffing = staffing;
        this.wishes = wishes;
    }

    /**
     * @param people with their roles in this conference alone
     * @param room that the organization's plan leaves; null when it limits nothing
     */
    record Staff(
            List<Person> people,
            List<Invitation> asked,
            @Nullable QuotaUse room) {}

    @Transactional(readOnly = true)
    public Staff of(String conference) {
        var id = require(conference);
        var found = people.ofConference(id).stream()
                .map(person -> person.only(grant -> isOwn(grant, id)))
                .toList();
        var asked = inviting.all().stream()
                .filter(each -> id.equals(each.wanted().conference()))
                .filter(each -> each.wanted().partner() == null && each.wanted().seat() == null)
                .toList();
        return new Staff(found, asked, inviting.room().orElse(null));
    }

    private static boolean isOwn(Grant grant, UUID conference) {
        return conference.equals(grant.conference()) && grant.partner() == null && grant.seat() == null;
    }

    /** Members are asked too: they have a role elsewhere, and need not want this one. */
    @Transactional
    public void invite(@Nullable String name, @Nullable String email, Locale language, WantedRoles.Wish wish) {
        require(String.valueOf(wish.conference()));
        var violations = new Violations().text("/name", name, NAME_LENGTH).email("/email", email);
        var wanted = wishes.check(violations, wish);
        violations.throwIfAny();
        if (name == null || email == null || wanted.isEmpty()) throw new IllegalStateException();
        inviting.invite(name, email, language, wanted.get(), wish.forAudit());
    }

    @Transactional
    public void end(String conference, UUID person, UUID grant) {
        var id = require(conference);
        if (!isOwn(staffing.grant(staffing.require(person), grant), id))
            throw new Problem.NotFound("The role of this member");
        staffing.end(person, grant);
    }

    @Transactional
    public void withdraw(String conference, UUID invitation) {
        var id = require(conference);
        var wanted = inviting.require(invitation).wanted();
        if (!id.equals(wanted.conference()) || wanted.partner() != null || wanted.seat() != null)
            throw new Problem.NotFound("The invitation");
        inviting.withdraw(invitation);
    }

    private UUID require(String conference) {
        return conferences.idOf(conference).orElseThrow(() -> new Problem.NotFound("The conference"));
    }
}
