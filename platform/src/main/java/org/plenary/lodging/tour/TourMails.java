package org.plenary.lodging.tour;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells the owners of an organization that a tour is short of its minimum, or that it was cancelled for that. */
@Component
class TourMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final Tours tours;
    private final Told told;
    private final Urls urls;

    TourMails(Mails mails, ConferenceApi conferences, Tours tours, Told told, Urls urls) {
        this.mails = mails;
        this.conferences = conferences;
        this.tours = tours;
        this.told = told;
        this.urls = urls;
    }

    /** Who is told, and what. */
    @Component
    record Told(Accounts accounts, TourFigures figures) {}

    @OutboundListener(id = "lodging.tell-organizer-of-tour")
    void on(TourMoved moved) {
        var tour = tours.byId(moved.tour());
        var conference = conferences.byId(moved.conference());
        var details = tour.details();
        // What the organizer decided needs no mail.
        if (moved.cancelled() && tour.state().cause() != TourState.Cause.MINIMUM
                || !moved.cancelled() && !tour.isAwaitingMinimum()) return;
        var locale = conference.languages().getFirst();
        var model = new HashMap<String, Object>(model(conference, tour, locale));
        if (details.minimum() != null) model.put("minimum", details.minimum());
        if (details.minimumBy() != null) model.put("by", details.minimumBy());
        var template = moved.cancelled() ? "tour-called-off" : "tour-short";
        for (var owner : told.accounts().owners())
            mails.send(new Mails.Mail(
                    template + ":" + tour.id() + ":" + details.minimumBy() + ":" + owner.account(),
                    owner.email(),
                    "mail/lodging/" + template,
                    locale,
                    List.of(tour.name().in(locale)),
                    model,
                    List.of()));
    }

    private Map<String, Object> model(ConferenceView conference, Tour tour, Locale locale) {
        var path = "/manage/conferences/" + conference.slug() + "/tours";
        return Map.of(
                "conference", conference.name().in(locale),
                "tour", tour.name().in(locale),
                "startsAt", TourTexts.at(tour.startsAt(), locale),
                "sold", told.figures().confirmed(tour),
                "url", urls.tenant(Tenancy.require(), path).toString());
    }
}
