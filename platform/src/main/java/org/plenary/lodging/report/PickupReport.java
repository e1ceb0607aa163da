package org.plenary.lodging.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the pick-up report of a conference together (HOTL-12). */
@Component
class PickupReport {
    private final BlockPickup pickup;
    private final PickupDays days;
    private final PickupSettings settings;
    private final ConferenceApi conferences;
    private final Clock clock;

    PickupReport(BlockPickup pickup, PickupDays days, PickupSettings settings, ConferenceApi conferences, Clock clock) {
        this.pickup = pickup;
        this.days = days;
        this.settings = settings;
        this.conferences = conferences;
        this.clock = clock;
    }

    /**
     * @param chosen the one hotel that it is about; null for all
     * @param shown the hotels that it is about
     * @param all hotels of the conference
     * @param earlier the last edition; null when none was chosen
     * @param day of the report, in the conference's zone
     */
    record Report(
            @Nullable HotelPickup chosen,
            List<HotelPickup> shown,
            List<HotelPickup> all,
            SortedMap<LocalDate, RoomCount> nights,
            Pace pace,
            Pace.Forecast forecast,
            @Nullable ConferenceView earlier,
            LocalDate day,
            int daysLeft) {
        RoomCount total() {
            return nights.values().stream().reduce(RoomCount.NONE, RoomCount::plus);
        }

        @Nullable
        LocalDate peakNight() {
            return new HotelPickup.Line("", LocalizedText.of(""), nights).peakNight();
        }
    }

    /** @param hotel key or id of one hotel; null for all of them */
    @Transactional(readOnly = true)
    public Report of(ConferenceView conference, @Nullable String hotel) {
        var all = pickup.of(conference.id());
        var chosen = hotel == null
                ? null
                : all.stream()
                        .filter(each -> each.hotel().isNamed(hotel))
                        .findFirst()
                        .orElseThrow(() -> new Problem.NotFound("This hotel"));
        var shown = chosen == null ? all : List.of(chosen);
        var nights = HotelPickup.sum(shown.stream().map(HotelPickup::whole).toList());
        var total = nights.values().stream().reduce(RoomCount.NONE, RoomCount::plus);
        var day = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        var daysLeft = Math.toIntExact(ChronoUnit.DAYS.between(day, conference.startsOn()));
        var earlier = earlier(settings.of(conference.id()).comparedWith());
        var key = chosen == null ? null : chosen.hotel().key();
        var pace = pace(conference, earlier, key, day, total.sold());
        var forecast = pace.forecast(total.sold(), daysLeft, total.contracted() - total.released());
        return new Report(chosen, shown, all, nights, pace, forecast, earlier, day, Math.max(0, daysLeft));
    }

    private Pace pace(
            ConferenceView conference,
            @Nullable ConferenceView earlier,
            @Nullable String hotel,
            LocalDate day,
            int soldNow) {
        var until = days.of(conference.id(), hotel);
        // Today goes on: what is noted of it may be hours old.
        until.put(day, soldNow);
        if (earlier == null) return Pace.of(until, conference.startsOn(), new TreeMap<>(), null);
        return Pace.of(until, conference.startsOn(), days.of(earlier.id(), hotel), earlier.startsOn());
    }

    private @Nullable ConferenceView earlier(@Nullable UUID id) {
        return id == null
                ? null
                : conferences.all().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }
}
