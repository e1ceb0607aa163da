package org.plenary.lodging.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.ChartTable;
import org.plenary.kernel.web.Formats;
import org.plenary.lodging.report.PickupReport.Report;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws up the charts and the heat map of a pick-up report in the reader's language. */
@Component
class PickupDrawing {
    private static final int SHADES = 5;
    private static final int MOST_DAYS = 400;

    private final MessageSource messages;
    private final Formats formats;

    PickupDrawing(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    record Drawn(List<String> categories, List<Series> series) {
        ChartTable asTable(String first) {
            var columns = new ArrayList<>(List.of(first));
            series.forEach(each -> columns.add(each.name()));
            var rows = new ArrayList<List<String>>();
            for (var i = 0; i < categories.size(); i++) {
                var row = new ArrayList<>(List.of(categories.get(i)));
                for (var each : series) {
                    var value = each.values().get(i);
                    row.add(value == null ? "" : value.toString());
                }
                rows.add(row);
            }
            return new ChartTable(columns, rows);
        }
    }

    /** @param values null where there is none */
    record Series(String name, List<@Nullable Integer> values) {}

    /** @param rows hotels, or the room types and sub-blocks of one */
    record HeatMap(List<String> nights, List<HeatRow> rows) {}

    record HeatRow(String name, List<HeatCell> cells) {}

    /** @param shade from 0, for nothing taken, to 5; less than 0 for a night that is not in the block */
    record HeatCell(int shade, String text, String explanation) {}

    Drawn nights(Report report, Locale locale) {
        return new Drawn(
                report.nights().keySet().stream().map(formats::date).toList(),
                List.of(
                        nights(report, "sold", RoomCount::sold, locale),
                        nights(report, "held", RoomCount::held, locale),
                        nights(report, "left", RoomCount::left, locale),
                        nights(report, "released", RoomCount::released, locale)));
    }

    private Series nights(Report report, String name, ToIntFunction<RoomCount> figure, Locale locale) {
        return new Series(
                text("lodging.pickup." + name, locale),
                new ArrayList<@Nullable Integer>(report.nights().values().stream()
                        .map(figure::applyAsInt)
                        .toList()));
    }

    /** By days before the conference, the earliest first. */
    Drawn pace(Report report, Locale locale) {
        var pace = report.pace();
        var days = new TreeSet<>(pace.sold().keySet());
        days.addAll(pace.before().keySet());
        while (days.size() > MOST_DAYS) days.pollLast();
        var categories = new ArrayList<String>();
        var now = new ArrayList<@Nullable Integer>();
        var before = new ArrayList<@Nullable Integer>();
        for (var day : days.descendingSet()) {
            categories.add(text("lodging.pickup.days-before", locale, day));
            var noted = pace.sold().ceilingEntry(day);
            // Days that are still to come have no figure of this edition.
            now.add(noted == null || day < report.daysLeft() ? null : noted.getValue());
            before.add(pace.soldBefore(day));
        }
        var series = new ArrayList<Series>();
        series.add(new Series(text("lodging.pickup.this-edition", locale), now));
        if (report.earlier() != null)
            series.add(new Series(report.earlier().name().in(locale), before));
        return new Drawn(categories, series);
    }

    HeatMap heat(Report report, Locale locale) {
        var nights = List.copyOf(report.nights().keySet());
        var rows = new ArrayList<HeatRow>();
        var chosen = report.chosen();
        if (chosen == null) report.shown().forEach(each -> rows.add(row(each.whole(), nights, locale)));
        else {
            chosen.roomTypes().forEach(line -> rows.add(row(line, nights, locale)));
            chosen.subBlocks().forEach(line -> rows.add(row(line, nights, locale)));
        }
        return new HeatMap(nights.stream().map(formats::date).toList(), rows);
    }

    private HeatRow row(HotelPickup.Line line, List<LocalDate> nights, Locale locale) {
        var cells = new ArrayList<HeatCell>();
        for (var night : nights) {
            var count = line.nights().get(night);
            if (count == null) cells.add(new HeatCell(-1, "–", text("lodging.pickup.not-in-block", locale)));
            else
                cells.add(new HeatCell(
                        shade(count),
                        count.percent() + " %",
                        text(
                                "lodging.pickup.heat-cell",
                                locale,
                                formats.date(night),
                                count.taken(),
                                count.contracted())));
        }
        return new HeatRow(line.name().in(locale), cells);
    }

    private static int shade(RoomCount count) {
        if (count.taken() == 0) return 0;
        return Math.clamp((count.percent() + 19) / 20, 1, SHADES);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
