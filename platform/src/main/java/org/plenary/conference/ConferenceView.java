package org.plenary.conference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.plenary.kernel.LocalizedText;

/**
 * A conference as other modules read it.
 *
 * @param endsOn its last day
 * @param timeZone of its venue; all its local dates and times are in it
 * @param currency of everything it sells
 * @param languages of its public pages, the main one first; never empty
 */
public record ConferenceView(
        UUID id,
        String slug,
        LocalizedText name,
        LocalizedText description,
        LocalDate startsOn,
        LocalDate endsOn,
        ZoneId timeZone,
        Venue venue,
        CurrencyUnit currency,
        List<Locale> languages,
        ConferenceStatus status,
        long version) {

    public boolean isPublic() {
        return status != ConferenceStatus.DRAFT;
    }

    /** Whether it takes registrations and submissions now. */
    public boolean isOpen() {
        return status == ConferenceStatus.PUBLISHED;
    }
}
