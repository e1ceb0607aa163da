package org.plenary.registration.fee;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.plenary.conference.ConferenceView;

/** The moments at which prices of a conference's fees change by themselves, in the zone of the venue. */
public final class PricePeriods {
    private final NavigableSet<Instant> starts;

    private PricePeriods(NavigableSet<Instant> starts) {
        this.starts = starts;
    }

    /** The cut-off ends what was before it; there is nothing after it where no on-site price is. */
    public static PricePeriods of(Collection<Fee> fees, ConferenceView conference) {
        var starts = new TreeSet<Instant>();
        for (var fee : fees)
            for (var price : fee.prices())
                // a day begins when the zone says so, which where clocks are put forward at midnight is not at midnight
                if (price.until() != null)
                    starts.add(price.until()
                            .plusDays(1)
                            .atStartOfDay(conference.timeZone())
                            .toInstant());
        var cutOff = conference.cutOff();
        if (cutOff == null) return new PricePeriods(starts);
        var end = cutOff.endsAt(conference.timeZone());
        starts.removeIf(start -> !start.isBefore(end));
        if (fees.stream().anyMatch(fee -> fee.onSite() != null)) starts.add(end);
        return new PricePeriods(starts);
    }

    /** When the newest period began; empty when none has yet. */
    public Optional<Instant> newest(Instant now) {
        return Optional.ofNullable(starts.floor(now));
    }

    /** Those that begin after now, and not after the end. */
    public Collection<Instant> coming(Instant now, Instant end) {
        return starts.subSet(now, false, end, true);
    }

    /** Whether a price of the fee ended between the two. */
    public static boolean differ(Fee fee, ConferenceView conference, Instant before, Instant after) {
        var periods = of(java.util.List.of(fee), conference);
        return !periods.newest(before).equals(periods.newest(after));
    }
}
