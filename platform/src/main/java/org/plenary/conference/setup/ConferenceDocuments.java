package org.plenary.conference.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
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

    ConferenceView view(Conference conference) {
        var details = details(conference);
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
