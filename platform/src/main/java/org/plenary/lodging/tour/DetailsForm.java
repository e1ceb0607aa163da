package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.tour.DetailsInput.GuideInput;
import org.plenary.lodging.tour.DetailsInput.OperatorInput;
import org.plenary.lodging.tour.DetailsInput.PointInput;
import org.plenary.lodging.tour.DetailsInput.PricesInput;
import org.springframework.util.MultiValueMap;

/** The details in a tour's form. Fields are named as the pointers of the API's members. */
final class DetailsForm {
    private static final String AT = "details.";
    private static final List<String> TAGS = List.of("en", "zh-CN");

    /** Those that guides of conferences speak most often; others come by the API. */
    private static final List<String> LANGUAGES =
            List.of("zh", "en", "fr", "de", "es", "it", "pt", "ru", "ja", "ko", "ar", "hi");

    private DetailsForm() {}

    /** Languages to be ticked, as the reader calls them. */
    static List<Choice> languages(Locale locale) {
        return LANGUAGES.stream()
                .map(tag -> new Choice(tag, Locale.forLanguageTag(tag).getDisplayLanguage(locale)))
                .toList();
    }

    static void fill(MultiValueMap<String, String> values, TourDetails details) {
        for (var i = 0; i < details.guides().size(); i++) {
            var guide = details.guides().get(i);
            var at = AT + "guides." + i;
            values.set(at + ".name", guide.name());
            put(values, at + ".phone", guide.phone());
            guide.languages().forEach(tag -> values.add(at + ".languages", tag));
        }
        put(values, AT + "meets_at", details.meetsAt());
        put(values, AT + "meeting_link", details.meetingLink());
        var point = details.meetingPoint();
        put(values, AT + "meeting_point.latitude", point == null ? null : degrees(point.latitude()));
        put(values, AT + "meeting_point.longitude", point == null ? null : degrees(point.longitude()));
        put(values, AT + "ends_at", details.endsAt());
        put(values, AT + "minimum", details.minimum());
        put(values, AT + "minimum_by", details.minimumBy());
        put(values, AT + "warning_days", details.warningDays());
        put(values, AT + "maximum_per_order", details.maximumPerOrder());
        put(values, AT + "least_age", details.leastAge());
        var operator = details.operator();
        put(values, AT + "operator.name", operator == null ? null : operator.name());
        put(values, AT + "operator.email", operator == null ? null : operator.email());
        put(
                values,
                AT + "prices.accompanying.amount",
                amount(details.guestPrices().accompanying()));
        put(values, AT + "prices.child.amount", amount(details.guestPrices().child()));
        for (var tag : TAGS) values.set(AT + "notes." + tag, details.note().forTag(tag));
    }

    private static void put(MultiValueMap<String, String> values, String field, @Nullable Object value) {
        if (value != null) values.set(field, value.toString());
    }

    private static String degrees(BigDecimal degrees) {
        return degrees.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.getAmount().toPlainString();
    }

    /** A page that was opened before there were details says nothing of them. */
    static boolean isIn(MultiValueMap<String, String> values) {
        return values.keySet().stream().anyMatch(field -> field.startsWith(AT));
    }

    static DetailsInput read(MultiValueMap<String, String> values, Posted posted, CurrencyUnit currency) {
        LocalizedText notes = posted.texts(AT + "notes");
        return new DetailsInput(
                guides(values, posted),
                posted.text(AT + "meets_at"),
                posted.text(AT + "meeting_link"),
                new PointInput(
                        posted.decimal(AT + "meeting_point.latitude"), posted.decimal(AT + "meeting_point.longitude")),
                posted.text(AT + "ends_at"),
                posted.integer(AT + "minimum"),
                posted.date(AT + "minimum_by"),
                posted.integer(AT + "warning_days"),
                posted.integer(AT + "maximum_per_order"),
                new OperatorInput(posted.text(AT + "operator.name"), posted.text(AT + "operator.email")),
                posted.integer(AT + "least_age"),
                notes,
                new PricesInput(
                        posted.money(AT + "prices.accompanying.amount", currency),
                        posted.money(AT + "prices.child.amount", currency)));
    }

    /** An empty row is nobody. */
    private static List<@Nullable GuideInput> guides(MultiValueMap<String, String> values, Posted posted) {
        var guides = new ArrayList<@Nullable GuideInput>();
        var rows = rows(values);
        for (var i = 0; i < rows; i++) {
            var at = AT + "guides." + i;
            var spoken = new ArrayList<@Nullable String>(values.getOrDefault(at + ".languages", List.of()));
            guides.add(new GuideInput(posted.text(at + ".name"), spoken, posted.text(at + ".phone")));
        }
        guides.removeIf(guide -> guide != null
                && guide.name() == null
                && guide.phone() == null
                && (guide.languages() == null || guide.languages().isEmpty()));
        return guides;
    }

    /** How many rows there are, up to the last one with something in it. */
    static int rows(MultiValueMap<String, String> values) {
        for (var i = DetailsRules.MAXIMUM_GUIDES; i > 0; i--) {
            var at = AT + "guides." + (i - 1);
            var isFilled = Stream.of(".name", ".phone", ".languages")
                    .map(part -> values.getFirst(at + part))
                    .anyMatch(value -> value != null && !value.isBlank());
            if (isFilled) return i;
        }
        return 0;
    }

    /** Where a message stands. */
    static String field(String field) {
        if (!field.startsWith(AT)) return field;
        if (field.matches("details\\.prices\\.(accompanying|child)(\\.currency)?"))
            return field.replace(".currency", "") + ".amount";
        return field.replaceAll("(details\\.guides\\.\\d+\\.languages)\\.\\d+", "$1");
    }
}
