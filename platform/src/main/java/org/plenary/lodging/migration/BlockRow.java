package org.plenary.lodging.migration;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.sheet.SheetRow;

/** Rooms of one type in one night. @param rate null for the standard rate of the type @param occupancy null when it is not said */
record BlockRow(
        SheetRow source,
        LocalDate date,
        int rooms,
        @Nullable Money rate,
        @Nullable Integer occupancy) {}
