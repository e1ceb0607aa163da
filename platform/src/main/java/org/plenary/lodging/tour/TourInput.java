package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A tour as the organizer writes it.
 *
 * @param key null for one made from the name
 * @param startsAt with an offset, or without one for a time in the conference's zone
 * @param details null for those it had, so that whoever knows nothing of them loses nothing
 */
record TourInput(
        @Nullable String key,
        @Nullable LocalizedText name,
        @Nullable LocalizedText description,
        @Nullable LocalizedText meetingPoint,
        @Nullable String startsAt,
        @Nullable Money price,
        @Nullable Integer capacity,
        @Nullable BigDecimal taxRate,
        @Nullable LocalDate closesOn,
        @Nullable DetailsInput details) {}
