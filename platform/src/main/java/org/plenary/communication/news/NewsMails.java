package org.plenary.communication.news;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticePublished;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.conference.Notices.Edition;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Writes to subscribers: the question whether they are one, and each instalment of the notice once. */
@Component
class NewsMails {
    private static final int PAGE = 200;

    private final Mails mails;
    private final Subscribers subscribers;
    private final NewsLinks links;
    private final Notices notices;
    private final ConferenceApi conferences;

    NewsMails(Mails mails, Subscribers subscribers, NewsLinks links, Notices notices, ConferenceApi conferences) {
        this.mails = mails;
        this.subscribers = subscribers;
        this.links = links;
        this.notices = notices;
        this.conferences = conferences;
    }

    /** Somebody who confirmed before is told so, by the same mail: a link that ends it is in it too. */
    @OutboundListener(id = "communication.mail-news-question")
    public void on(NewsAsked asked) {
        var conference = conferences.byId(asked.conference());
        subscribers.find(asked.conference(), asked.subscriber()).ifPresent(subscriber -> {
            var model = Map.<String, Object>of(
                    "confirmed", subscriber.confirmedAt() != null,
                    "url", links.page(conference, subscriber.id(), "confirmation"),
                    "end", links.page(conference, subscriber.id(), "end"));
            send("news-question:" + asked.request(), "news-question", conference, subscriber, model);
        });
    }

    /**
     * An address that is refused does not keep the others from their mail; the whole is tried again then, and who was written to
     * already is known by the mail's key.
     */
    @OutboundListener(id = "communication.mail-news")
    public void on(NoticePublished published) {
        var edition =
                notices.edition(published.conference(), published.edition()).orElse(null);
        if (edition == null) return;
        var conference = conferences.byId(published.conference());
        MailException failed = null;
        List<Subscriber> page;
        @Nullable UUID after = null;
        do {
            page = subscribers.page(conference.id(), edition.at(), after, PAGE);
            for (var subscriber : page) {
                after = subscriber.id();
                try {
                    tell(conference, edition, subscriber);
                } catch (MailException e) {
                    failed = e;
                }
            }
        } while (page.size() == PAGE);
        if (failed != null) throw failed;
    }

    private void tell(ConferenceView conference, Edition edition, Subscriber subscriber) {
        var model = Map.<String, Object>of(
                "sections",
                edition.sections().stream().map(NoticeSection::messageKey).toList(),
                "note",
                edition.note().in(subscriber.locale()),
                "url",
                links.conference(conference),
                "end",
                links.page(conference, subscriber.id(), "end"));
        var key = "news:" + conference.id() + ":" + edition.number() + ":" + subscriber.id();
        send(key, "news", conference, subscriber, model);
    }

    private void send(
            String key, String template, ConferenceView conference, Subscriber subscriber, Map<String, Object> more) {
        var name = conference.name().in(subscriber.locale());
        var model = new HashMap<>(more);
        model.put("conference", name);
        mails.send(new Mails.Mail(
                key,
                subscriber.email(),
                "mail/communication/" + template,
                subscriber.locale(),
                List.of(name),
                model,
                List.of(),
                links.oneClick(conference, subscriber.id())));
    }
}
