package org.plenary.papers.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When people are reminded of what is due: some times ahead of it, and perhaps once more when it is late. Which reminder it is time for
 * lasts until the next one is, so that a day on which no mail could be sent loses none; whoever sends them keeps which were sent.
 */
public final class ReminderSchedule {
    /** The name of the reminder of what is late. */
    public static final String LATE = "late";

    /** Nobody is nagged for ever. */
    private static final Duration LATE_FOR = Duration.ofDays(7);

    private final List<Ahead> ahead;
    private final boolean hasLate;

    private ReminderSchedule(List<Ahead> ahead, boolean hasLate) {
        this.ahead = ahead;
        this.hasLate = hasLate;
    }

    /** A reminder from so long ahead on. */
    private record Ahead(String name, Duration time) {}

    /** @param name tells the reminder from the others, for good: by it is known that it was sent */
    public static ReminderSchedule of(String name, Duration ahead) {
        return new ReminderSchedule(List.of(), false).and(name, ahead);
    }

    public ReminderSchedule and(String name, Duration ahead) {
        var all = Stream.concat(this.ahead.stream(), Stream.of(new Ahead(name, ahead)))
                .sorted(Comparator.comparing(Ahead::time))
                .toList();
        return new ReminderSchedule(all, hasLate);
    }

    /** With one more, {@link #LATE}, in the week after. */
    public ReminderSchedule andLate() {
        return new ReminderSchedule(ahead, true);
    }

    /** The name of the reminder that it is time for. At the very moment nothing is late yet. */
    public Optional<String> at(Instant now, Instant due) {
        var left = Duration.between(now, due);
        if (left.isNegative())
            return hasLate && !left.plus(LATE_FOR).isNegative() ? Optional.of(LATE) : Optional.empty();
        return ahead.stream()
                .filter(each -> left.compareTo(each.time()) <= 0)
                .map(Ahead::name)
                .findFirst();
    }

    /**
     * As above; the name carries the day, {@code week:2027-02-28}, so that a moved day is reminded of anew.
     *
     * @param due null when there is no such day: nobody is reminded
     */
    public Optional<String> at(Instant now, @Nullable Deadline due) {
        return due == null
                ? Optional.empty()
                : at(now, due.instant()).map(name -> name + ":" + due.at().toLocalDate());
    }
}
