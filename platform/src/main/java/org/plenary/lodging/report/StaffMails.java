package org.plenary.lodging.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to those who may change a block, in the language of their organization. */
@Component
class StaffMails {
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    StaffMails(Accounts accounts, Mails mails, Urls urls) {
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    /** @param key names what it is about: each person is told once */
    void send(
            ConferenceView conference,
            String key,
            String template,
            List<Object> subjectArguments,
            Map<String, Object> model) {
        var tenant = Tenancy.require();
        var url = urls.tenant(tenant, "/manage/conferences/" + conference.slug() + "/hotels/pick-up")
                .toString();
        for (var person : accounts.staff(Permission.CONFERENCE_WRITE, conference.id())) {
            var all = new HashMap<>(model);
            all.put("name", person.name());
            all.put("conference", conference.name().in(tenant.locale()));
            all.put("url", url);
            mails.send(new Mails.Mail(
                    key + ":" + person.account(),
                    person.email(),
                    "mail/lodging/" + template,
                    tenant.locale(),
                    subjectArguments,
                    all,
                    List.of()));
        }
    }
}
