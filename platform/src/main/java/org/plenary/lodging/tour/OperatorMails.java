package org.plenary.lodging.tour;

import java.util.HashMap;
import java.util.List;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Sends the lists of participants to the operators of tours, in the conference's main language. */
@Component
class OperatorMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final Tours tours;
    private final OperatorLists lists;
    private final OperatorListFiles files;

    OperatorMails(Mails mails, ConferenceApi conferences, Tours tours, OperatorLists lists, OperatorListFiles files) {
        this.mails = mails;
        this.conferences = conferences;
        this.tours = tours;
        this.lists = lists;
        this.files = files;
    }

    @OutboundListener(id = "lodging.mail-tour-list")
    void on(TourListMade made) {
        var conference = conferences.byId(made.conference());
        var tour = tours.byId(made.tour());
        var sent = lists.find(tour, made.number()).orElseThrow();
        var before = lists.find(tour, made.number() - 1).orElse(null);
        var locale = conference.languages().getFirst();
        var operator = tour.details().operator();
        var changes = before == null ? List.<ListChange>of() : ListChange.between(before.entries(), sent.entries());
        var model = new HashMap<String, Object>();
        model.put("operator", operator == null || operator.name() == null ? "" : operator.name());
        model.put("conference", conference.name().in(locale));
        model.put("tour", tour.name().in(locale));
        model.put("startsAt", TourTexts.at(tour.startsAt(), locale));
        model.put("number", sent.number());
        model.put("before", before == null ? "" : before.number());
        model.put("people", sent.entries().size());
        model.put("changes", files.lines(changes, locale));
        mails.send(new Mails.Mail(
                "tour-list:" + tour.id() + ":" + sent.number(),
                sent.sentTo(),
                "mail/lodging/tour-list",
                locale,
                List.of(sent.number(), tour.name().in(locale)),
                model,
                files.of(conference, tour, sent, before, locale)));
    }
}
