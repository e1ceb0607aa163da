package org.plenary.papers.call;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * When the call for papers of a conference should come, by the rules of the trade.
 *
 * @param begin when the work on it begins: twenty months before the conference (PLAN-06)
 * @param notice when it is out at the latest: sixteen months before (PLAN-07)
 * @param deadline until when papers are best taken: the end of October of the year before for a conference in the first half
 *     of a year, the end of that year for one in the second (PLAN-08)
 */
record Milestones(LocalDate begin, LocalDate notice, LocalDate deadline) {
    private static final MonthDay FIRST_HALF = MonthDay.of(Month.OCTOBER, 31);
    private static final MonthDay SECOND_HALF = MonthDay.of(Month.DECEMBER, 31);

    static Milestones of(LocalDate startsOn) {
        var inFirstHalf = startsOn.getMonthValue() <= 6;
        return new Milestones(
                startsOn.minusMonths(20),
                startsOn.minusMonths(16),
                (inFirstHalf ? FIRST_HALF : SECOND_HALF).atYear(startsOn.getYear() - 1));
    }

    /** Whether a deadline for papers is later than it should be. */
    boolean isLate(LocalDate chosen) {
        return chosen.isAfter(deadline);
    }
}
