package org.plenary.papers.call;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Reminds the owners of a call for papers that is not out sixteen months before the conference (PLAN-07): a month ahead of that day, and
 * once it has passed. Conferences that are set up later than that are not nagged: their page says it.
 */
@Component
class CallReminder {
    private static final Logger LOG = LoggerFactory.getLogger(CallReminder.class);

    private final ConferenceApi conferences;
    private final CallPlan plan;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    CallReminder(ConferenceApi conferences, CallPlan plan, Accounts accounts, Mails mails, Urls urls) {
        this.conferences = conferences;
        this.plan = plan;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    /** For the bound tenant. What could not be sent is sent the next day. */
    void remind() {
        for (var conference : conferences.all()) {
            if (!plan.isNoticeMissing(conference)) continue;
            for (var owner : accounts.owners()) {
                try {
                    tell(conference, owner);
                } catch (MailException e) {
                    LOG.warn("A reminder of a call for papers could not be sent: {}", e.getMessage());
                }
            }
        }
    }

    private void tell(ConferenceView conference, Accounts.Contact owner) {
        var tenant = Tenancy.require();
        var name = conference.name().in(tenant.locale());
        var due = Milestones.of(conference.startsOn()).notice();
        var kind = plan.isNoticeLate(conference) ? "late" : "near";
        mails.send(new Mails.Mail(
                "call-reminder:" + kind + ":" + conference.id() + ":" + owner.account(),
                owner.email(),
                "mail/papers/call-reminder",
                tenant.locale(),
                List.of(name),
                Map.of(
                        "name", owner.name(),
                        "conference", name,
                        "kind", kind,
                        "due", due,
                        "url",
                                urls.tenant(tenant, "/manage/conferences/" + conference.slug() + "/papers/call")
                                        .toString()),
                List.of()));
    }
}
