package org.plenary.insights.dashboard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.insights.dashboard.DelegateFigures.Group;
import org.plenary.insights.dashboard.StatisticsVersions.Kept;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a version of the statistics as an Excel file: its number and time, and what changed since the one before. */
@Component
class StatisticsSheet {
    private static final int WIDE = 38;
    private static final int NARROW = 16;

    private final Formats formats;
    private final MessageSource messages;

    StatisticsSheet(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /** @param groups what keys are called today */
    void write(
            ConferenceView conference,
            Kept version,
            @Nullable Kept before,
            List<Group> groups,
            Locale locale,
            OutputStream out)
            throws IOException {
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("statistics");
            sheet.width(0, WIDE);
            for (var i = 1; i < 4; i++) sheet.width(i, NARROW);
            var row = head(sheet, conference, version, before, locale);
            for (var group : version.figures().entrySet()) row = group(sheet, row, group, before, groups, locale) + 1;
        }
    }

    private int head(Worksheet sheet, ConferenceView conference, Kept version, @Nullable Kept before, Locale locale) {
        sheet.value(0, 0, conference.name().in(locale));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, stamp("insights.statistics.stamp", conference, version, locale));
        if (before != null) sheet.value(2, 0, stamp("insights.statistics.since", conference, before, locale));
        return 4;
    }

    private String stamp(String key, ConferenceView conference, Kept version, Locale locale) {
        return text(
                key,
                locale,
                version.version().number(),
                formats.dateTime(version.version().madeAt(), conference.timeZone()));
    }

    private int group(
            Worksheet sheet,
            int start,
            Map.Entry<String, Map<String, Integer>> group,
            @Nullable Kept before,
            List<Group> groups,
            Locale locale) {
        var today = groups.stream()
                .filter(each -> each.key().equals(group.getKey()))
                .findFirst();
        var old = before == null ? Map.<String, Integer>of() : before.figures().getOrDefault(group.getKey(), Map.of());
        var titles = List.of(
                today.map(Group::heading).orElse(group.getKey()),
                text("insights.statistics.count", locale),
                text("insights.statistics.before", locale),
                text("insights.statistics.difference", locale));
        var columns = before == null ? 2 : 4;
        for (var i = 0; i < columns; i++) {
            sheet.value(start, i, titles.get(i));
            sheet.style(start, i).bold().set();
        }
        // what was there and is not any more is a difference too
        var keys = new ArrayList<>(group.getValue().keySet());
        old.keySet().stream()
                .filter(key -> !group.getValue().containsKey(key))
                .sorted()
                .forEach(keys::add);
        var row = start + 1;
        for (var key : keys) {
            var value = group.getValue().getOrDefault(key, 0);
            sheet.value(row, 0, label(today.orElse(null), key));
            sheet.value(row, 1, value);
            if (before != null) {
                sheet.value(row, 2, old.getOrDefault(key, 0));
                sheet.value(row, 3, value - old.getOrDefault(key, 0));
            }
            row++;
        }
        return row;
    }

    private static String label(@Nullable Group group, String key) {
        if (group == null) return key;
        return group.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .map(DelegateFigures.Figure::label)
                .findFirst()
                .orElse(key);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
