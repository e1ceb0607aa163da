package org.plenary.lodging.tour;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.tour.TourDetails.Guide;
import org.plenary.lodging.tour.TourDetails.Operator;
import org.plenary.lodging.tour.TourDetails.Point;
import org.plenary.lodging.tour.TourDetails.Prices;

/**
 * {@link TourDetails} as they are read. The telephone numbers of guides, the operator and the days of warning are for staff only.
 *
 * @param prices in the currency that is asked for
 */
record DetailsView(
        List<Guide> guides,
        @Nullable OffsetDateTime meetsAt,
        @Nullable String meetingLink,
        @Nullable Point meetingPoint,
        @Nullable String mapLink,
        @Nullable OffsetDateTime endsAt,
        @Nullable Integer minimum,
        @Nullable LocalDate minimumBy,
        @Nullable Integer warningDays,
        @Nullable Integer maximumPerOrder,
        @Nullable Operator operator,
        @Nullable Integer leastAge,
        LocalizedText notes,
        Prices prices) {
    static DetailsView of(Tour tour, ConferenceView conference, Prices prices, boolean isStaff) {
        var details = tour.details();
        return new DetailsView(
                isStaff
                        ? details.guides()
                        : details.guides().stream()
                                .map(guide -> new Guide(guide.name(), guide.languages(), null))
                                .toList(),
                at(details.meetsAt(), conference),
                details.meetingLink(),
                details.meetingPoint(),
                details.mapLink(),
                at(details.endsAt(), conference),
                details.minimum(),
                details.minimumBy(),
                isStaff ? details.warningDays() : null,
                details.maximumPerOrder(),
                isStaff ? details.operator() : null,
                details.leastAge(),
                details.note(),
                prices);
    }

    private static @Nullable OffsetDateTime at(@Nullable LocalDateTime time, ConferenceView conference) {
        return time == null ? null : time.atZone(conference.timeZone()).toOffsetDateTime();
    }
}
