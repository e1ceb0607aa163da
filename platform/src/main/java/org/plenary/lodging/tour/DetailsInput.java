package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * {@link TourDetails} as the organizer writes them, all of them.
 *
 * @param meetsAt with an offset, or without one for a time in the conference's zone; {@code endsAt} too
 */
record DetailsInput(
        @Nullable List<@Nullable GuideInput> guides,
        @Nullable String meetsAt,
        @Nullable String meetingLink,
        @Nullable PointInput meetingPoint,
        @Nullable String endsAt,
        @Nullable Integer minimum,
        @Nullable LocalDate minimumBy,
        @Nullable Integer warningDays,
        @Nullable Integer maximumPerOrder,
        @Nullable OperatorInput operator,
        @Nullable Integer leastAge,
        @Nullable LocalizedText notes,
        @Nullable PricesInput prices) {
    /** Both, or neither. */
    record PointInput(
            @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {}

    record GuideInput(
            @Nullable String name,
            @Nullable List<@Nullable String> languages,
            @Nullable String phone) {}

    record OperatorInput(@Nullable String name, @Nullable String email) {}

    record PricesInput(
            @Nullable Money accompanying, @Nullable Money child) {}
}
