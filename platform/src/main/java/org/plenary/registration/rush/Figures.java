package org.plenary.registration.rush;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a waiting room goes.
 *
 * @param away waiting, but not heard of for some minutes; they are let in as soon as they are back
 * @param inside whose turn it is
 * @param arrivals numbers given so far
 * @param admissions let in so far
 * @param finished of those, who placed an order
 * @param expired of those, whose turn ended without one
 * @param seed of the draw; null before the opening. The order is that of SHA-1 over {@code seed:number}
 * @param lastMinute the minute that the last entries of the two lists are about
 * @param arrivalsPerMinute of the last hour
 * @param admissionsPerMinute of the last hour
 */
record Figures(
        long waiting,
        long away,
        long inside,
        long arrivals,
        long admissions,
        long finished,
        long expired,
        @Nullable Duration averageWait,
        @Nullable String seed,
        Instant lastMinute,
        List<Integer> arrivalsPerMinute,
        List<Integer> admissionsPerMinute) {
    private static final int HOUR = 60;
    private static final int FIRST = 10;

    static Figures of(List<String> answer) {
        var admissions = number(answer, 4);
        return new Figures(
                number(answer, 0),
                number(answer, 1),
                number(answer, 2),
                number(answer, 3),
                admissions,
                number(answer, 5),
                number(answer, 6),
                admissions == 0 ? null : Duration.ofMillis(number(answer, 7) / admissions),
                answer.get(8).isEmpty() ? null : answer.get(8),
                Instant.ofEpochSecond(number(answer, 9) * 60),
                counts(answer.subList(FIRST, FIRST + HOUR)),
                counts(answer.subList(FIRST + HOUR, FIRST + 2 * HOUR)));
    }

    private static long number(List<String> answer, int index) {
        return Long.parseLong(answer.get(index));
    }

    private static List<Integer> counts(List<String> texts) {
        return texts.stream().map(Integer::valueOf).toList();
    }
}
