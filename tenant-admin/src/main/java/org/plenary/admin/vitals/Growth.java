package org.plenary.admin.vitals;

import java.time.YearMonth;
import java.util.Map;

/** What came to the whole platform, month by month; nothing in it says to whom. */
public record Growth(Map<Cell, Long> came) {
    public static final int MONTHS = 12;
    public static final String ORGANIZATIONS = "ORGANIZATIONS";
    public static final String SIGNUPS = "SIGNUPS";
    public static final String CONFERENCES = "CONFERENCES";
    public static final String DELEGATES = "DELEGATES";

    /** One kind of things in one month of UTC. */
    public record Cell(YearMonth month, String kind) {}

    public Growth {
        came = Map.copyOf(came);
    }

    public long in(YearMonth month, String kind) {
        return came.getOrDefault(new Cell(month, kind), 0L);
    }
}
