package org.plenary.registration.rush;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.ChartTable;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Draws up what the organizer sees of a waiting room. */
@Component
class RoomView {
    private static final int REFRESH_SECONDS = 10;
    private static final int SECONDS = 60;

    private final Rush rush;
    private final Urls urls;
    private final Formats formats;
    private final MessageSource messages;

    RoomView(Rush rush, Urls urls, Formats formats, MessageSource messages) {
        this.rush = rush;
        this.urls = urls;
        this.formats = formats;
        this.messages = messages;
    }

    /** Figures to draw: one value of each series for each minute. */
    record Chart(List<String> categories, List<Series> series) {}

    record Series(String name, List<Integer> values) {}

    /** @param url hand it out: whoever opens it goes first */
    record GroupLink(String name, String url) {}

    ModelAndView page(ConferenceView conference, Posted form, Locale locale) {
        var room = rush.room(conference).orElse(null);
        var isOn = room != null && room.settings().on();
        var view = new ModelAndView("registration/waiting-room");
        view.addObject("slug", conference.slug());
        view.addObject("zone", conference.timeZone());
        view.addObject("zoneName", formats.zone(conference.timeZone()));
        view.addObject("form", form);
        view.addObject("isOn", isOn);
        view.addObject(
                "rows", IntStream.range(0, RoomSettings.MAXIMUM_GROUPS).boxed().toList());
        view.addObject(
                "doors",
                List.of(
                        new Choice(
                                RoomSettings.OPEN, text("rush.room.open", locale), text("rush.room.open-help", locale)),
                        new Choice(
                                RoomSettings.CLOSED,
                                text("rush.room.closed", locale),
                                text("rush.room.closed-help", locale))));
        if (room == null || !isOn) return view;
        view.addObject("opensAt", room.opensAt());
        view.addObject("paused", room.settings().isPaused());
        view.addObject("openWithoutRedis", room.settings().isOpenWithoutRedis());
        view.addObject("links", links(conference, room));
        view.addObject("refreshSeconds", REFRESH_SECONDS);
        rush.figures(room).ifPresent(figures -> {
            view.addObject("figures", figures);
            view.addObject("averageWait", averageWait(figures, locale));
            view.addObject("table", table(chart(figures, conference.timeZone(), locale), locale));
        });
        return view;
    }

    private String averageWait(Figures figures, Locale locale) {
        var wait = figures.averageWait();
        if (wait == null) return text("rush.room.no-wait", locale);
        return wait.toSeconds() < 2L * SECONDS
                ? text("rush.room.seconds", locale, wait.toSeconds())
                : text("rush.room.minutes-short", locale, wait.toMinutes());
    }

    private List<GroupLink> links(ConferenceView conference, WaitingRoom room) {
        return room.settings().allGroups().stream()
                .map(group -> {
                    var path = UriComponentsBuilder.fromPath("/c/" + conference.slug() + "/waiting")
                            .queryParam("code", "{code}")
                            .encode()
                            .buildAndExpand(group.code())
                            .toUriString();
                    return new GroupLink(
                            String.valueOf(group.name()),
                            urls.tenant(Tenancy.require(), path).toString());
                })
                .toList();
    }

    Chart chart(Figures figures, ZoneId zone, Locale locale) {
        var minutes = figures.arrivalsPerMinute().size();
        var categories = new ArrayList<String>();
        for (var i = minutes - 1; i >= 0; i--)
            categories.add(formats.time(figures.lastMinute().minusSeconds((long) i * SECONDS), zone));
        return new Chart(
                categories,
                List.of(
                        new Series(text("rush.room.arrivals", locale), figures.arrivalsPerMinute()),
                        new Series(text("rush.room.admissions", locale), figures.admissionsPerMinute())));
    }

    private ChartTable table(Chart chart, Locale locale) {
        var columns = new ArrayList<>(List.of(text("rush.room.minute", locale)));
        chart.series().forEach(each -> columns.add(each.name()));
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < chart.categories().size(); i++) {
            var row = new ArrayList<>(List.of(chart.categories().get(i)));
            for (var each : chart.series()) row.add(formats.number(each.values().get(i)));
            rows.add(row);
        }
        return new ChartTable(columns, rows);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
