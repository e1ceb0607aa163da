package org.plenary.communication.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.MemberInvitations;
import org.plenary.identity.MemberInvited;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Mails an invitation to work for the organization, in the language that whoever invites has chosen. */
@Component
class InvitationMail {
    private final MemberInvitations invitations;
    private final Mails mails;

    InvitationMail(MemberInvitations invitations, Mails mails) {
        this.invitations = invitations;
        this.mails = mails;
    }

    @OutboundListener(id = "communication.mail-member-invitation")
    void on(MemberInvited event) {
        invitations.letter(event.invitation(), event.mailing()).ifPresent(letter -> {
            var organization = Tenancy.require();
            var model = new HashMap<String, Object>(Map.of(
                    "name", letter.name(),
                    "organization", organization.name(),
                    "invitedBy", letter.invitedBy(),
                    "role", letter.role(),
                    "link", letter.link(),
                    "email", letter.email(),
                    "expiresAt", letter.expiresAt(),
                    "zone", organization.timeZone()));
            var conference = letter.conference();
            if (conference != null) model.put("conference", conference);
            var until = letter.until();
            if (until != null) model.put("until", until);
            mails.send(new Mails.Mail(
                    "member-invitation:" + event.invitation() + ":" + event.mailing(),
                    letter.email(),
                    "mail/communication/member-invitation",
                    letter.locale(),
                    List.of(organization.name()),
                    model,
                    List.of()));
        });
    }
}
