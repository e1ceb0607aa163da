package org.plenary.lodging.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.BlockTerms.CutOffAction;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the staff of the bound tenant some days ahead how many rooms will go back to hotels. */
@Component
public class ReleaseNotices {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseNotices.class);
    private static final int ALL = 100;

    private final ConferenceApi conferences;
    private final BlockPickup pickup;
    private final PickupSettings settings;
    private final StaffMails mails;
    private final Clock clock;

    ReleaseNotices(
            ConferenceApi conferences, BlockPickup pickup, PickupSettings settings, StaffMails mails, Clock clock) {
        this.conferences = conferences;
        this.pickup = pickup;
        this.settings = settings;
        this.mails = mails;
        this.clock = clock;
    }

    /** Each person is told once of each hotel and day, however often this runs. */
    public void send() {
        for (var conference : conferences.all()) if (conference.isOpen()) send(conference);
    }

    private void send(ConferenceView conference) {
        var notice = settings.of(conference.id()).noticeDays();
        if (notice == 0) return;
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        for (var each : pickup.of(conference.id()))
            due(each.hotel(), conference, today).forEach((day, percent) -> {
                if (!day.isAfter(today.plusDays(notice))) tell(conference, each, day, percent);
            });
    }

    /** The days on which rooms go, with the part of the free ones that does. A cut-off date is over only on the next day. */
    private static SortedMap<LocalDate, Integer> due(Hotel hotel, ConferenceView conference, LocalDate today) {
        var days = new TreeMap<LocalDate, Integer>();
        hotel.terms().releases().forEach(release -> days.put(release.on(), release.percent()));
        var last = hotel.lastDay(conference);
        if (last != null && hotel.terms().atCutOff() == CutOffAction.RELEASE) days.put(last.plusDays(1), ALL);
        return days.tailMap(today.plusDays(1));
    }

    private void tell(ConferenceView conference, HotelPickup each, LocalDate day, int percent) {
        var hotel = each.hotel();
        var kept = hotel.subBlocks().stream()
                .filter(part -> stays(part, day, percent))
                .map(SubBlock::key)
                .toList();
        var rooms = going(each.roomTypes(), percent)
                - going(
                        each.subBlocks().stream()
                                .filter(line -> kept.contains(line.key()))
                                .toList(),
                        percent);
        if (rooms <= 0) return;
        var locale = Tenancy.require().locale();
        var name = hotel.name().in(locale);
        var shown = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(day);
        try {
            mails.send(
                    conference,
                    "rooms-going:" + hotel.id() + ":" + day,
                    "rooms-going",
                    List.of(conference.name().in(locale), name, shown),
                    Map.of("day", day, "roomNights", rooms, "hotel", name));
        } catch (RuntimeException e) {
            LOG.warn("the notice about rooms of hotel {} goes out later", hotel.key(), e);
        }
    }

    /** Whether a sub-block still has its rooms on a day: with its own date it goes by that, else at the cut-off of the hotel. */
    private static boolean stays(SubBlock part, LocalDate day, int percent) {
        if (part.atCutOff() == CutOffAction.KEEP) return true;
        return part.cutOffOn() == null ? percent < ALL : !part.cutOffOn().isBefore(day);
    }

    /** As it is done then: in each night by itself, rounded down. */
    private static int going(List<HotelPickup.Line> lines, int percent) {
        return lines.stream()
                .flatMap(line -> line.nights().values().stream())
                .mapToInt(count -> Math.toIntExact((long) count.left() * percent / ALL))
                .sum();
    }
}
