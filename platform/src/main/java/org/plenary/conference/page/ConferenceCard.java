package org.plenary.conference.page;

import java.time.LocalDate;
import java.util.Locale;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;

/** A conference in a list, in the reader's language. */
record ConferenceCard(
        String slug,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        String venue,
        String city,
        String country,
        ConferenceStatus status) {
    static ConferenceCard of(ConferenceView conference, Locale locale) {
        return new ConferenceCard(
                conference.slug(),
                conference.name().in(locale),
                conference.startsOn(),
                conference.endsOn(),
                conference.venue().name().in(locale),
                conference.venue().city().in(locale),
                conference.venue().country(),
                conference.status());
    }
}
