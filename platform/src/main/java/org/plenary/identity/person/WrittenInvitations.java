package org.plenary.identity.person;

import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.ConferenceNames;
import org.plenary.identity.MemberInvitations;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts into words what is mailed. */
@Component
class WrittenInvitations implements MemberInvitations {
    private final StoredInvitations invitations;
    private final InvitingMembers inviting;
    private final RoleWords words;
    private final ConferenceNames conferences;
    private final Urls urls;

    WrittenInvitations(
            StoredInvitations invitations,
            InvitingMembers inviting,
            RoleWords words,
            ConferenceNames conferences,
            Urls urls) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.words = words;
        this.conferences = conferences;
        this.urls = urls;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Letter> letter(UUID id, int mailing) {
        return invitations
                .byId(id)
                .flatMap(invitation -> inviting.secret(invitation, mailing).map(secret -> letter(invitation, secret)));
    }

    private Letter letter(Invitation invitation, String secret) {
        var locale = invitation.locale();
        var wanted = invitation.wanted();
        var conference = wanted.conference() == null
                ? null
                : conferences.all().stream()
                        .filter(each -> each.id().equals(wanted.conference()))
                        .map(each -> each.name().in(locale))
                        .findFirst()
                        .orElse(null);
        return new Letter(
                invitation.name(),
                invitation.email(),
                locale,
                invitation.invitedByName(),
                words.name(wanted.role(), locale),
                conference,
                wanted.until(),
                urls.tenant(Tenancy.require(), "/invitation?token=" + secret),
                invitation.expiresAt());
    }
}
