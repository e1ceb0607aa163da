package org.plenary.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A conference as other modules read it.
 *
 * @param endsOn its last day
 * @param timeZone of its venue; all its local dates and times are in it
 * @param currency in which it is sold: its main one, unless somebody has chosen another
 * @param languages of its public pages, the main one first; never empty
 * @param expectedAttendance how many people are likely to come; null while nobody knows
 * @param cutOff when it stops selling; null when nobody has said so
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
        @Nullable Integer expectedAttendance,
        @Nullable CutOff cutOff,
        long version) {

    /** As it is sold in one of its currencies. */
    public ConferenceView in(CurrencyUnit chosen) {
        if (chosen.equals(currency)) return this;
        return new ConferenceView(
                id,
                slug,
                name,
                description,
                startsOn,
                endsOn,
                timeZone,
                venue,
                chosen,
                languages,
                status,
                expectedAttendance,
                cutOff,
                version);
    }

    public boolean isPublic() {
        return status != ConferenceStatus.DRAFT;
    }

    /** Whether it takes registrations and submissions now. */
    public boolean isOpen() {
        return status == ConferenceStatus.PUBLISHED;
    }

    /** Whether it does not take place. */
    public boolean isCancelled() {
        return status == ConferenceStatus.CANCELLED;
    }

    /** Whether the date is over until which it sells. */
    public boolean isPastCutOff(Instant now) {
        return cutOff != null && cutOff.hasPassed(now, timeZone);
    }

    /** The cut-off that rooms and tours share; null when they go by their own dates. */
    public @Nullable CutOff commonCutOff() {
        return cutOff == null || cutOff.decoupled() ? null : cutOff;
    }

    /** Which cut-off date suits it; null while nobody knows how large it is. */
    public @Nullable CutOffAdvice cutOffAdvice() {
        return expectedAttendance == null ? null : CutOffAdvice.of(startsOn, expectedAttendance);
    }
}
