package org.plenary.lodging.tour;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;

/** What a tour must be like. */
final class TourRules {
    /** No tour's key: the page of a new one has this address. */
    static final String NEW = "new";

    static final int MAXIMUM_CAPACITY = 100_000;
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_DESCRIPTION = 2000;
    private static final int DAYS_AROUND = 30;
    private static final int TAX_DECIMALS = 3;
    private static final BigDecimal MAXIMUM_TAX = BigDecimal.valueOf(100);
    private static final long MAXIMUM_MINOR = 1_000_000_000L;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");
    private static final LocalizedText NOTHING = new LocalizedText(Map.of());

    private final ConferenceView conference;
    private final Violations found = new Violations();

    private TourRules(ConferenceView conference) {
        this.conference = conference;
    }

    /**
     * @param key of the tour, as it will be kept
     * @param before the tour as it was; null for a new one
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    static Tour check(ConferenceView conference, TourInput input, String key, @Nullable Tour before) {
        return new TourRules(conference).checked(input, key, before);
    }

    private Tour checked(TourInput input, String key, @Nullable Tour before) {
        found.check(
                KEY.matcher(key).matches() && !key.equals(NEW),
                "/key",
                "key",
                "Letters, digits, - and _, starting with a letter or digit, at most 50.");
        found.text("/name", input.name(), MAXIMUM_NAME);
        optional("/description", input.description(), MAXIMUM_DESCRIPTION);
        optional("/meeting_point", input.meetingPoint(), MAXIMUM_NAME);
        var startsAt = startsAt(input.startsAt());
        price(input.price());
        if (input.capacity() != null) range("/capacity", input.capacity(), MAXIMUM_CAPACITY);
        var tax = requireNonNullElse(input.taxRate(), BigDecimal.ZERO);
        found.check(
                tax.signum() >= 0
                        && tax.compareTo(MAXIMUM_TAX) < 0
                        && tax.stripTrailingZeros().scale() <= TAX_DECIMALS,
                "/tax_rate",
                "range",
                "A percentage from 0 to below 100, with at most 3 decimals.");
        var details = input.details() == null
                ? before == null ? TourDetails.NONE : before.details()
                : new DetailsRules(conference, found).checked(input.details(), startsAt, input.capacity());
        if (input.closesOn() != null && startsAt != null)
            found.check(
                    !input.closesOn().isAfter(startsAt.toLocalDate()),
                    "/closes_on",
                    "closes_after_start",
                    "The last day of sale is not after the tour.");
        found.throwIfAny();
        return new Tour(
                before == null ? Ids.next() : before.id(),
                key,
                requireNonNull(input.name()),
                requireNonNullElse(input.description(), NOTHING),
                requireNonNullElse(input.meetingPoint(), NOTHING),
                requireNonNull(startsAt),
                requireNonNull(input.price()),
                input.capacity(),
                tax,
                input.closesOn(),
                before == null ? 0 : before.version() + 1,
                details,
                state(before, details));
    }

    private static TourState state(@Nullable Tour before, TourDetails details) {
        if (before == null) return TourState.OPEN;
        var isSameDay = Objects.equals(before.details().minimumBy(), details.minimumBy());
        return isSameDay ? before.state() : before.state().unwarned();
    }

    private void optional(String pointer, @Nullable LocalizedText text, int maximum) {
        if (text != null && !text.isBlank()) found.text(pointer, text, maximum);
    }

    /** A tour far from the conference is a year mistyped. */
    private @Nullable LocalDateTime startsAt(@Nullable String text) {
        if (text == null || text.isBlank()) {
            found.add("/starts_at", "required", "This is required.");
            return null;
        }
        var at = parsed(text.strip(), conference);
        if (at == null) {
            found.add("/starts_at", "date_time", "This is not a date with a time.");
            return null;
        }
        var first = conference.startsOn().minusDays(DAYS_AROUND);
        var last = conference.endsOn().plusDays(DAYS_AROUND);
        var day = at.toLocalDate();
        if (day.isBefore(first) || day.isAfter(last))
            found.add(
                    "/starts_at",
                    "far_from_conference",
                    "Tours are from " + first + " to " + last + ".",
                    Map.of("first", first.toString(), "last", last.toString()));
        return at;
    }

    /** With an offset, or without one for a time in the conference's zone; null when it is neither. */
    static @Nullable LocalDateTime parsed(String text, ConferenceView conference) {
        try {
            return OffsetDateTime.parse(text)
                    .atZoneSameInstant(conference.timeZone())
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException withoutOffset) {
            return parsedLocal(text);
        }
    }

    private static @Nullable LocalDateTime parsedLocal(String text) {
        try {
            return TypedTime.dayAndTime(text).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void price(@Nullable Money price) {
        if (price == null) {
            found.add("/price", "required", "This is required.");
            return;
        }
        found.check(
                price.getCurrencyUnit().equals(conference.currency()),
                "/price/currency",
                "currency",
                "The conference's currency is " + conference.currency() + ".");
        found.check(
                !price.isNegative() && price.getAmountMinorLong() <= MAXIMUM_MINOR,
                "/price/amount",
                "range",
                "A price is not negative, and not this large.");
    }

    private void range(String pointer, int value, int most) {
        if (value < 0 || value > most)
            found.add(pointer, "number_range", "From 0 to " + most + ".", Map.of("least", 0, "most", most));
    }
}
