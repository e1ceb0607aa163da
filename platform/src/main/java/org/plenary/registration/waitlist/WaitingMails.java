package org.plenary.registration.waitlist;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to those who wait. */
@Component
class WaitingMails {
    private final Mails mails;
    private final WaitingPost post;
    private final ConferenceApi conferences;
    private final Urls urls;
    private final Clock clock;

    WaitingMails(Mails mails, WaitingPost post, ConferenceApi conferences, Urls urls, Clock clock) {
        this.mails = mails;
        this.post = post;
        this.conferences = conferences;
        this.urls = urls;
        this.clock = clock;
    }

    /** Told once, however many wishes are added later. */
    @OutboundListener(id = "registration.mail-waiting")
    public void on(EntryJoined joined) {
        send("waiting", "waiting:" + joined.entry(), joined.conference(), joined.entry());
    }

    /** Once an hour at most. */
    @OutboundListener(id = "registration.mail-waiting-link")
    public void on(LinkAsked asked) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        send("waiting-link", "waiting-link:" + asked.entry() + ":" + hour, asked.conference(), asked.entry());
    }

    @OutboundListener(id = "registration.mail-offer")
    public void on(OfferMade made) {
        send("waiting-offer", "waiting-offer:" + made.entry(), made.conference(), made.entry());
    }

    @OutboundListener(id = "registration.mail-waiting-ended")
    public void on(EntryEnded ended) {
        send("waiting-ended", "waiting-ended:" + ended.entry(), ended.conference(), ended.entry());
    }

    private void send(String name, String key, UUID conferenceId, UUID id) {
        var entry = post.entry(conferenceId, id);
        var conference = conferences.byId(conferenceId);
        var model = new HashMap<String, Object>();
        model.put("entry", post.view(entry));
        model.put("name", entry.contact().name());
        model.put("conference", conference.name().in(entry.locale()));
        model.put("zone", conference.timeZone());
        model.put(
                "url",
                urls.tenant(Tenancy.require(), path(conference.slug(), entry)).toString());
        mails.send(new Mails.Mail(
                key,
                entry.contact().email(),
                "mail/registration/" + name,
                entry.locale(),
                List.of(conference.name().in(entry.locale())),
                model,
                List.of()));
    }

    /** Only hashes of secrets are kept, so each mail has one of its own. */
    private String path(String slug, Entry entry) {
        var secret = Ids.secret();
        post.addSecret(entry, Secrets.hash(secret));
        return "/c/" + slug + "/waiting-list/" + entry.id() + "?secret=" + secret;
    }

    /** What the mails read and write of an entry. */
    @Component
    static class WaitingPost {
        private final Entries entries;
        private final EntryQueries queries;

        WaitingPost(Entries entries, EntryQueries queries) {
            this.entries = entries;
            this.queries = queries;
        }

        Entry entry(UUID conference, UUID id) {
            return entries.find(conference, id).orElseThrow();
        }

        EntryView view(Entry entry) {
            return EntryView.of(entry, queries.position(entry));
        }

        void addSecret(Entry entry, String hash) {
            entries.addSecret(entry.id(), hash);
        }
    }
}
