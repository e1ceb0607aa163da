package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * How a tour is run: who leads it, where and when people meet, how many it needs, and who operates it.
 *
 * @param meetsAt when people meet, in the conference's zone; null for when it starts
 * @param meetingLink of the meeting point on a map; null for none
 * @param meetingPoint where that is on earth; null when nobody has said so
 * @param endsAt null when nobody has said so
 * @param minimum how many places must be paid for; null when it takes place with however few
 * @param minimumBy the last day on which the minimum can be reached, in the conference's zone; null with no minimum
 * @param warningDays how many days before that day the organizer is told
 * @param maximumPerOrder null for no limit of its own
 * @param leastAge null for any age
 * @param prices of kinds of guests that do not pay what a delegate pays
 */
record TourDetails(
        List<Guide> guides,
        @Nullable LocalDateTime meetsAt,
        @Nullable String meetingLink,
        @Nullable Point meetingPoint,
        @Nullable LocalDateTime endsAt,
        @Nullable Integer minimum,
        @Nullable LocalDate minimumBy,
        @Nullable Integer warningDays,
        @Nullable Integer maximumPerOrder,
        @Nullable Operator operator,
        @Nullable Integer leastAge,
        @Nullable LocalizedText notes,
        @Nullable Prices prices) {
    static final int WARNING_DAYS = 7;
    static final TourDetails NONE =
            new TourDetails(List.of(), null, null, null, null, null, null, null, null, null, null, null, null);
    private static final LocalizedText NOTHING = new LocalizedText(Map.of());

    TourDetails {
        guides = List.copyOf(guides);
    }

    /** @param languages as tags; @param phone for staff; null when nobody has said so */
    record Guide(
            String name, List<String> languages, @Nullable String phone) {
        Guide {
            languages = List.copyOf(languages);
        }
    }

    /** Whoever drives the bus or cooks the dinner. @param email where lists of participants go; null for nowhere */
    record Operator(@Nullable String name, @Nullable String email) {}

    /** Null where the price is that of a delegate. */
    record Prices(@Nullable Money accompanying, @Nullable Money child) {
        static final Prices NONE = new Prices(null, null);

        @Nullable
        Money of(GuestKind kind) {
            return switch (kind) {
                case DELEGATE -> null;
                case ACCOMPANYING -> accompanying;
                case CHILD -> child;
            };
        }
    }

    /** @param latitude in degrees, north is positive @param longitude in degrees, east is positive */
    record Point(BigDecimal latitude, BigDecimal longitude) {
        private String link() {
            var north = latitude.toPlainString();
            var east = longitude.toPlainString();
            return "https://www.openstreetmap.org/?mlat=" + north + "&mlon=" + east + "#map=17/" + north + "/" + east;
        }
    }

    /** The meeting point on a map: the link that was given, else one to where it is on earth; null for neither. */
    @Nullable
    String mapLink() {
        if (meetingLink != null) return meetingLink;
        return meetingPoint == null ? null : meetingPoint.link();
    }

    int daysOfWarning() {
        return warningDays == null ? WARNING_DAYS : warningDays;
    }

    LocalizedText note() {
        return notes == null ? NOTHING : notes;
    }

    Prices guestPrices() {
        return prices == null ? Prices.NONE : prices;
    }

    /** Of all guides, each once. */
    List<String> languages() {
        return guides.stream()
                .flatMap(guide -> guide.languages().stream())
                .distinct()
                .toList();
    }

    /** The kinds with a price of their own. */
    List<GuestKind> pricedKinds() {
        return Stream.of(GuestKind.values())
                .filter(kind -> guestPrices().of(kind) != null)
                .toList();
    }

    @Nullable
    String operatorEmail() {
        return operator == null ? null : operator.email();
    }
}
