package org.plenary.registration.payway;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;

/**
 * A part of what an order costs.
 *
 * @param percent of the total
 * @param due {@code order} for what makes the order certain, else a day, such as {@code 2027-03-01}
 */
public record Instalment(
        @Nullable Integer percent, @Nullable String due) {
    public static final String WITH_ORDER = "order";
    static final int MOST = 12;
    private static final int HUNDRED = 100;

    /** @param dueOn null for what is due with the order */
    public record Planned(int percent, @Nullable LocalDate dueOn) {}

    private boolean isWithOrder() {
        return WITH_ORDER.equals(due);
    }

    Optional<LocalDate> day() {
        if (due == null || isWithOrder()) return Optional.empty();
        try {
            return Optional.of(TypedTime.day(due));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is asked of an order that is placed today: days that have come are due with it. */
    static List<Planned> plan(List<Instalment> parts, LocalDate today) {
        var plan = new ArrayList<Planned>();
        var now = 0;
        for (var part : parts) {
            var percent = part.percent == null ? 0 : part.percent;
            var day = part.day().filter(today::isBefore).orElse(null);
            if (day == null) now += percent;
            else plan.add(new Planned(percent, day));
        }
        plan.addFirst(new Planned(now, null));
        return plan;
    }

    static void check(List<Instalment> parts, ConferenceView conference, Violations found) {
        if (parts.isEmpty()) return;
        found.check(parts.size() <= MOST, "/instalments", "too_many_parts", "At most 12 parts.");
        found.check(
                parts.getFirst().isWithOrder(), "/instalments/0/due", "first_part", "The first is due with the order.");
        var sum = 0;
        var before = LocalDate.MIN;
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var percent = part.percent == null ? 0 : part.percent;
            sum += percent;
            found.check(
                    percent >= 1 && percent <= HUNDRED, "/instalments/" + i + "/percent", "percent", "From 1 to 100.");
            if (i == 0) continue;
            var day = part.day().orElse(null);
            found.check(
                    day != null && day.isBefore(conference.startsOn()),
                    "/instalments/" + i + "/due",
                    "before_conference",
                    "A day before the conference.");
            if (day == null) continue;
            found.check(
                    day.isAfter(before), "/instalments/" + i + "/due", "parts_in_order", "Later than the part before.");
            before = day;
        }
        found.check(sum == HUNDRED, "/instalments", "parts_of_whole", "The parts are 100 percent together.");
    }
}
