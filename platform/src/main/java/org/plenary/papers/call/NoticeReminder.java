package org.plenary.papers.call;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferencePublished;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/**
 * Reminds the owners to begin the registration notice, as soon as the call for papers is public: when it is opened at a public
 * conference, or with its conference. Each is written to once.
 */
@Component
class NoticeReminder {
    private final Mails mails;
    private final NoticeStep step;
    private final ConferenceApi conferences;
    private final Accounts accounts;
    private final Urls urls;

    NoticeReminder(Mails mails, NoticeStep step, ConferenceApi conferences, Accounts accounts, Urls urls) {
        this.mails = mails;
        this.step = step;
        this.conferences = conferences;
        this.accounts = accounts;
        this.urls = urls;
    }

    @OutboundListener(id = "papers.remind-of-notice")
    public void on(CallOpened opened) {
        remind(opened.conference());
    }

    @OutboundListener(id = "papers.remind-of-notice-when-published")
    public void on(ConferencePublished published) {
        remind(published.conference());
    }

    private void remind(UUID id) {
        var conference = conferences.byId(id);
        if (step.isDone(conference)) return;
        var tenant = Tenancy.require();
        var name = conference.name().in(tenant.locale());
        for (var owner : accounts.owners())
            mails.send(new Mails.Mail(
                    "notice-reminder:" + id + ":" + owner.account(),
                    owner.email(),
                    "mail/papers/notice-reminder",
                    tenant.locale(),
                    List.of(name),
                    Map.of(
                            "name", owner.name(),
                            "conference", name,
                            "url", urls.tenant(tenant, step.path(conference)).toString()),
                    List.of()));
    }
}
