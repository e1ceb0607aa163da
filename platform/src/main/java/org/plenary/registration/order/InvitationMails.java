package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Secrets;
import org.plenary.registration.fee.Fees;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Mails invitations, in the conference's main language. */
@Component
class InvitationMails {
    private final Mails mails;
    private final Invitations invitations;
    private final ConferenceApi conferences;
    private final Fees fees;
    private final Urls urls;

    InvitationMails(Mails mails, Invitations invitations, ConferenceApi conferences, Fees fees, Urls urls) {
        this.mails = mails;
        this.invitations = invitations;
        this.conferences = conferences;
        this.fees = fees;
        this.urls = urls;
    }

    @OutboundListener(id = "registration.mail-invitation")
    public void on(InvitationSent sent) {
        var invitation = invitations.find(sent.invitation()).orElseThrow();
        if (!invitation.isOpen()) return;
        var conference = conferences.byId(invitation.conference());
        var locale = Languages.nearest(conference.languages().getFirst().toLanguageTag());
        var name = conference.name().in(locale);
        var fee = fees.find(conference.id(), invitation.fee())
                .map(each -> each.name().in(locale))
                .orElse(invitation.fee());
        var token = Ids.secret();
        invitations.addToken(invitation.id(), Secrets.hash(token));
        var path = "/c/" + conference.slug() + "/register?invitation=" + token;
        mails.send(new Mails.Mail(
                "invitation:" + sent.sending(),
                invitation.email(),
                "mail/registration/invitation",
                locale,
                List.of(name),
                Map.of(
                        "conference", name,
                        "fee", fee,
                        "startsOn", conference.startsOn(),
                        "endsOn", conference.endsOn(),
                        "url", urls.tenant(Tenancy.require(), path).toString()),
                List.of()));
    }
}
