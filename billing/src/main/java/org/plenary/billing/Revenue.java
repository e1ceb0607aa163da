package org.plenary.billing;

import java.time.YearMonth;
import java.util.List;
import org.joda.money.Money;

/** What the platform earned by its plans. */
public interface Revenue {
    /** What came in, less what was given back, in a month of UTC; one for each currency. */
    record Month(YearMonth month, Money paid) {}

    /** In order of the months; those without any are left out. */
    List<Month> byMonth(YearMonth from, YearMonth to);
}
