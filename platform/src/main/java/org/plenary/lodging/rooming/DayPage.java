package org.plenary.lodging.rooming;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Sheet;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelNav;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Draws what a hotel's reception works through on a day, one list at a time. */
@Component
class DayPage {
    private static final int ROWS = 100;
    private static final int MOST_ROWS = 10_000;

    private static final List<String> COLUMNS = List.of(
            "guest",
            "partners",
            "check-in",
            "check-out",
            "room-type",
            "requests",
            "way",
            "at-hotel",
            "state",
            "late",
            "acknowledgement",
            "room-number",
            "order");

    private final HotelStays stays;
    private final HotelWords words;
    private final StayAccess access;
    private final Clock clock;

    DayPage(HotelStays stays, HotelWords words, StayAccess access, Clock clock) {
        this.stays = stays;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    /** What the address asks for. @param day null for today, or the day nearest to it on which somebody stays */
    record Asked(@Nullable LocalDate day, DayList list, int page) {
        /** @throws Problem.NotFound for a list that there is none of */
        static Asked of(@Nullable String day, @Nullable String list, @Nullable Integer page) {
            var wanted = list == null
                    ? DayList.ARRIVALS
                    : DayList.of(list).orElseThrow(() -> new Problem.NotFound("This list"));
            return new Asked(day(day), wanted, page == null ? 0 : Math.clamp(page, 0, 10_000));
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            if (text == null || text.isBlank()) return null;
            try {
                return TypedTime.day(text);
            } catch (DateTimeParseException e) {
                throw new Problem.NotFound("This day");
            }
        }
    }

    /** @param tone of its state, and of the answer to a late check-out */
    record Line(
            HotelStay stay,
            String roomType,
            String way,
            String atHotel,
            List<StayState> next,
            String tone,
            String lateTone) {}

    ModelAndView draw(HotelDesk desk, Asked asked, Locale locale) {
        var span = stays.span(desk.hotel()).orElse(null);
        var day = day(desk, asked, span);
        var rows = stays.page(desk.hotel(), day, asked.list(), ROWS, asked.page());
        access.shown(desk, rows);
        var lines =
                rows.stream().limit(ROWS).map(stay -> line(desk, stay, locale)).toList();
        return HotelNav.page("lodging/hotel-day", desk, "days", locale)
                .addObject("day", day)
                .addObject("before", span == null || !day.isAfter(span.first()) ? null : day.minusDays(1))
                .addObject("after", span == null || !day.isBefore(span.last()) ? null : day.plusDays(1))
                .addObject("list", asked.list().wire())
                .addObject("page", asked.page())
                .addObject("lines", lines)
                .addObject("nobody", span == null)
                .addObject("tabs", tabs(desk, day, asked.list(), locale))
                .addObject("first", asked.page() == 0 ? null : href(desk, day, asked.list(), 0))
                .addObject("next", rows.size() > ROWS ? href(desk, day, asked.list(), asked.page() + 1) : null);
    }

    /** @throws Problem.NotFound for a format that there is none of */
    ResponseEntity<byte[]> file(HotelDesk desk, Asked asked, String format, Locale locale) {
        var day = day(desk, asked, stays.span(desk.hotel()).orElse(null));
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS.stream()
                .map(column -> words.text("column." + column, locale))
                .toList());
        var found = stays.page(desk.hotel(), day, asked.list(), MOST_ROWS, 0);
        access.taken(desk, found);
        for (var stay : found) table.add(cells(desk, stay, locale));
        var name = desk.conference().slug() + "-" + desk.hotel().key() + "-"
                + asked.list().wire() + "-" + day;
        var sheet = new Sheet(name, asked.list().wire(), table);
        return switch (format) {
            case "csv" -> sheet.asCsv();
            case "xlsx" -> sheet.asXlsx();
            default -> throw new Problem.NotFound("This format");
        };
    }

    static String href(HotelDesk desk, LocalDate day, DayList list, int page) {
        return UriComponentsBuilder.fromPath(desk.base() + "/days")
                .queryParam("day", day)
                .queryParam("list", list.wire())
                .queryParam("page", page)
                .toUriString();
    }

    private LocalDate day(HotelDesk desk, Asked asked, HotelStays.@Nullable Span span) {
        if (asked.day() != null) return asked.day();
        var today = desk.today(clock);
        if (span == null) return today;
        if (today.isBefore(span.first())) return span.first();
        return today.isAfter(span.last()) ? span.last() : today;
    }

    private Line line(HotelDesk desk, HotelStay stay, Locale locale) {
        return new Line(
                stay,
                words.roomType(desk.hotel(), stay, locale),
                words.way(stay, locale),
                HotelWords.atHotel(stay),
                desk.writes() ? stay.state().next(desk.today(clock), stay.checkIn()) : List.of(),
                tone(stay.state()),
                tone(stay.late()));
    }

    private static String tone(StayState state) {
        return switch (state) {
            case EXPECTED -> "waiting";
            case IN_HOUSE -> "good";
            case DEPARTED -> "quiet";
            case NO_SHOW -> "bad";
        };
    }

    private static String tone(@Nullable LateCheckOut late) {
        if (late == null) return "quiet";
        return switch (late.state()) {
            case REQUESTED -> "waiting";
            case ACCEPTED -> "good";
            case REFUSED -> "bad";
        };
    }

    private List<String> cells(HotelDesk desk, HotelStay stay, Locale locale) {
        return List.of(
                stay.guest(),
                stay.partners(),
                stay.checkIn().toString(),
                stay.checkOut().toString(),
                words.roomType(desk.hotel(), stay, locale),
                stay.requests(),
                words.way(stay, locale),
                HotelWords.atHotel(stay),
                words.text("state." + stay.state().wire(), locale),
                Objects.toString(stay.lateUntil(), ""),
                stay.acknowledgement(),
                stay.roomNumber(),
                stay.order());
    }

    private List<Chip> tabs(HotelDesk desk, LocalDate day, DayList shown, Locale locale) {
        var counts = stays.counts(desk.hotel(), day);
        return Arrays.stream(DayList.values())
                .map(list -> new Chip(
                        href(desk, day, list, 0), words.text("list." + list.wire(), locale), list == shown, (long)
                                counts.getOrDefault(list, 0)))
                .toList();
    }
}
