package org.plenary.conference.setup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.springframework.stereotype.Component;

/** Turns the stored conference into what others read, and back. */
@Component
class ConferenceDocuments {
    private final Json json;

    ConferenceDocuments(Json json) {
        this.json = json;
    }

    /** The columns of a conference that others read; {@code details} is its document. */
    record Stored(
            UUID id,
            String slug,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            String currency,
            String details,
            ConferenceStatus status,
            long version) {}

    ConferenceView view(Conference conference) {
        return view(new Stored(
                conference.id(),
                conference.slug(),
                conference.startsOn(),
                conference.endsOn(),
                conference.timeZone(),
                conference.currency(),
                conference.details(),
                conference.status(),
                conference.version()));
    }

    ConferenceView view(Stored conference) {
        var details = json.read(conference.details(), ConferenceDetails.class);
        return new ConferenceView(
                conference.id(),
                conference.slug(),
                details.name(),
                details.description(),
                conference.startsOn(),
                conference.endsOn(),
                ZoneId.of(conference.timeZone()),
                details.venue(),
                CurrencyUnit.of(conference.currency()),
                locales(details.languages()),
                conference.status(),
                details.expectedAttendance(),
                details.cutOff(),
                conference.version());
    }

    ConferenceDetails details(Conference conference) {
        return json.read(conference.details(), ConferenceDetails.class);
    }

    String write(ConferenceDetails details) {
        return json.write(details);
    }

    private static List<Locale> locales(List<String> tags) {
        return tags.stream().map(Locale::forLanguageTag).toList();
    }
}
