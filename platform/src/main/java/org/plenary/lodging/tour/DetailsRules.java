package org.plenary.lodging.tour;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;
import org.plenary.lodging.tour.DetailsInput.GuideInput;
import org.plenary.lodging.tour.TourDetails.Guide;

/** What the details of a tour must be like; what is wrong is told with all that is wrong with the tour. */
final class DetailsRules {
    static final int MAXIMUM_GUIDES = 10;
    static final int MAXIMUM_WARNING = 90;
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_LINK = 500;
    private static final int MAXIMUM_NOTES = 2000;
    private static final int MAXIMUM_AGE = 99;
    private static final int MAXIMUM_LATITUDE = 90;
    private static final int MAXIMUM_LONGITUDE = 180;
    private static final int DEGREES_SCALE = 6;
    private static final int MAXIMUM_LANGUAGES = 12;
    private static final long LONGEST_DAYS = 30;
    private static final long EARLIEST_MEETING_HOURS = 24;
    private static final long MAXIMUM_MINOR = 1_000_000_000L;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,30}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final ConferenceView conference;
    private final Violations found;

    DetailsRules(ConferenceView conference, Violations found) {
        this.conference = conference;
        this.found = found;
    }

    /** @param startsAt null when that is wrong itself */
    TourDetails checked(DetailsInput input, @Nullable LocalDateTime startsAt, @Nullable Integer capacity) {
        var at = "/details";
        var meetsAt = time(at + "/meets_at", input.meetsAt());
        var endsAt = time(at + "/ends_at", input.endsAt());
        times(meetsAt, endsAt, startsAt);
        link(at + "/meeting_link", input.meetingLink());
        var point = point(at + "/meeting_point", input.meetingPoint());
        minimum(at, input, startsAt, capacity);
        if (input.maximumPerOrder() != null) range(at + "/maximum_per_order", input.maximumPerOrder(), 1, Places.MOST);
        if (input.leastAge() != null) range(at + "/least_age", input.leastAge(), 0, MAXIMUM_AGE);
        if (input.notes() != null && !input.notes().isBlank()) found.text(at + "/notes", input.notes(), MAXIMUM_NOTES);
        var operator = operator(at + "/operator", input.operator());
        var prices = prices(at + "/prices", input.prices());
        var guides = guides(at + "/guides", requireNonNullElse(input.guides(), List.<@Nullable GuideInput>of()));
        var hasMinimum = input.minimum() != null && input.minimum() > 0;
        return new TourDetails(
                guides,
                meetsAt,
                blankToNull(input.meetingLink()),
                point,
                endsAt,
                hasMinimum ? input.minimum() : null,
                hasMinimum ? input.minimumBy() : null,
                input.warningDays(),
                input.maximumPerOrder(),
                operator,
                input.leastAge(),
                input.notes(),
                prices);
    }

    private List<Guide> guides(String pointer, List<@Nullable GuideInput> inputs) {
        if (inputs.size() > MAXIMUM_GUIDES) {
            found.add(pointer, "too_many_guides", "At most 10 guides.");
            return List.of();
        }
        var guides = new ArrayList<Guide>();
        for (var i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            var at = pointer + "/" + i;
            if (input == null) {
                found.add(at, "required", "This is required.");
                continue;
            }
            found.text(at + "/name", input.name(), MAXIMUM_NAME);
            var phone = blankToNull(input.phone());
            if (phone != null && !PHONE.matcher(phone).matches())
                found.add(at + "/phone", "phone", "This is not a telephone number.");
            guides.add(new Guide(
                    input.name() == null ? "" : input.name().strip(),
                    languages(at + "/languages", requireNonNullElse(input.languages(), List.<@Nullable String>of())),
                    phone));
        }
        return guides;
    }

    private List<String> languages(String pointer, List<@Nullable String> tags) {
        if (tags.size() > MAXIMUM_LANGUAGES) {
            found.add(pointer, "unknown_language", "At most 12 languages.");
            return List.of();
        }
        var languages = new ArrayList<String>();
        for (var i = 0; i < tags.size(); i++) {
            var tag = tags.get(i);
            if (tag == null || !LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage()))
                found.add(pointer + "/" + i, "unknown_language", "This is not the tag of a language.");
            else if (!languages.contains(tag)) languages.add(tag);
        }
        return languages;
    }

    private @Nullable LocalDateTime time(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var time = TourRules.parsed(text.strip(), conference);
        if (time == null) found.add(pointer, "date_time", "This is not a date with a time.");
        return time;
    }

    private void times(
            @Nullable LocalDateTime meetsAt, @Nullable LocalDateTime endsAt, @Nullable LocalDateTime startsAt) {
        if (startsAt == null) return;
        if (meetsAt != null
                && (meetsAt.isAfter(startsAt) || meetsAt.isBefore(startsAt.minusHours(EARLIEST_MEETING_HOURS))))
            found.add("/details/meets_at", "meets_near_start", "People meet in the day before it starts.");
        if (endsAt != null && (!endsAt.isAfter(startsAt) || endsAt.isAfter(startsAt.plusDays(LONGEST_DAYS))))
            found.add("/details/ends_at", "ends_after_start", "It ends after it starts, at most 30 days later.");
    }

    private void link(String pointer, @Nullable String link) {
        var given = blankToNull(link);
        if (given == null) return;
        found.optionalText(pointer, given, MAXIMUM_LINK);
        try {
            var uri = URI.create(given);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) return;
        } catch (IllegalArgumentException e) {
            // told below, like another scheme
        }
        found.add(pointer, "map_link", "A link starts with https://.");
    }

    private TourDetails.@Nullable Point point(String pointer, DetailsInput.@Nullable PointInput input) {
        if (input == null || input.latitude() == null && input.longitude() == null) return null;
        var latitude = degrees(pointer + "/latitude", input.latitude(), MAXIMUM_LATITUDE);
        var longitude = degrees(pointer + "/longitude", input.longitude(), MAXIMUM_LONGITUDE);
        return latitude == null || longitude == null ? null : new TourDetails.Point(latitude, longitude);
    }

    /** Six decimals are a hand's breadth. */
    private @Nullable BigDecimal degrees(String pointer, @Nullable BigDecimal degrees, int most) {
        found.required(pointer, degrees);
        if (degrees == null) return null;
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0)
            found.add(
                    pointer,
                    "number_range",
                    "From -" + most + " to " + most + ".",
                    Map.of("least", -most, "most", most));
        return degrees.setScale(DEGREES_SCALE, RoundingMode.HALF_EVEN);
    }

    private void minimum(String at, DetailsInput input, @Nullable LocalDateTime startsAt, @Nullable Integer capacity) {
        var minimum = input.minimum();
        if (minimum != null) range(at + "/minimum", minimum, 0, TourRules.MAXIMUM_CAPACITY);
        if (minimum != null && capacity != null && minimum > capacity)
            found.add(at + "/minimum", "minimum_above_capacity", "Not more than there are places.");
        if (input.warningDays() != null) range(at + "/warning_days", input.warningDays(), 0, MAXIMUM_WARNING);
        if (minimum == null || minimum == 0) return;
        if (input.minimumBy() == null) found.add(at + "/minimum_by", "required", "This is required.");
        else if (startsAt != null && !input.minimumBy().isBefore(startsAt.toLocalDate()))
            found.add(at + "/minimum_by", "minimum_before_start", "The day is before that of the tour.");
    }

    private TourDetails.@Nullable Operator operator(String pointer, DetailsInput.@Nullable OperatorInput input) {
        if (input == null) return null;
        var name = blankToNull(input.name());
        var email = blankToNull(input.email());
        found.optionalText(pointer + "/name", name, MAXIMUM_NAME);
        if (email != null) found.email(pointer + "/email", email);
        return name == null && email == null ? null : new TourDetails.Operator(name, email);
    }

    private TourDetails.@Nullable Prices prices(String pointer, DetailsInput.@Nullable PricesInput input) {
        if (input == null) return null;
        price(pointer + "/accompanying", input.accompanying());
        price(pointer + "/child", input.child());
        return new TourDetails.Prices(input.accompanying(), input.child());
    }

    private void price(String pointer, @Nullable Money price) {
        if (price == null) return;
        found.check(
                price.getCurrencyUnit().equals(conference.currency()),
                pointer + "/currency",
                "currency",
                "The conference's currency is " + conference.currency() + ".");
        found.check(
                !price.isNegative() && price.getAmountMinorLong() <= MAXIMUM_MINOR,
                pointer + "/amount",
                "range",
                "A price is not negative, and not this large.");
    }

    private void range(String pointer, int value, int least, int most) {
        if (value < least || value > most)
            found.add(
                    pointer,
                    "number_range",
                    "From " + least + " to " + most + ".",
                    Map.of("least", least, "most", most));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
