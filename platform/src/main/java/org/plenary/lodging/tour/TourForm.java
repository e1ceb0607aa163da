package org.plenary.lodging.tour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Posted;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A tour's form as the browser sends it. Fields are named as the pointers of the API's members. */
final class TourForm {
    private static final List<String> TAGS = List.of("en", "zh-CN");

    private final MultiValueMap<String, String> values;

    TourForm(MultiValueMap<String, String> values) {
        this.values = new LinkedMultiValueMap<>(values);
    }

    static TourForm blank() {
        return new TourForm(new LinkedMultiValueMap<>());
    }

    static TourForm of(Tour tour) {
        var form = blank();
        form.put("name", tour.name());
        form.put("description", tour.description());
        form.put("meeting_point", tour.meetingPoint());
        form.values.set("key", tour.key());
        form.values.set("starts_at", tour.startsAt().toString());
        form.values.set("price.amount", tour.price().getAmount().toPlainString());
        if (tour.capacity() != null) form.values.set("capacity", tour.capacity().toString());
        if (tour.taxRate().signum() > 0)
            form.values.set("tax_rate", tour.taxRate().stripTrailingZeros().toPlainString());
        if (tour.closesOn() != null)
            form.values.set("closes_on", tour.closesOn().toString());
        form.values.set("version", String.valueOf(tour.version()));
        DetailsForm.fill(form.values, tour.details());
        return form;
    }

    private void put(String field, LocalizedText text) {
        for (var tag : TAGS) values.set(field + "." + tag, text.forTag(tag));
    }

    /** The value of a field; templates call it. */
    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /** All values of a field that has several; templates call it. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** One guide more than there are; templates draw a row for each. */
    public List<Integer> guideRows() {
        var rows = DetailsForm.rows(values);
        return IntStream.range(0, Math.min(rows + 1, DetailsRules.MAXIMUM_GUIDES))
                .boxed()
                .toList();
    }

    /** The tag of the version that the form was filled from. */
    @Nullable
    String ifMatch() {
        var version = get("version");
        return version.isEmpty() ? null : "\"" + version + "\"";
    }

    /**
     * @param key of a tour that is there; null for a new one
     * @throws org.plenary.kernel.Problem.InvalidInput for what is no number or date
     */
    TourInput asInput(@Nullable String key, CurrencyUnit currency) {
        var posted = new Posted(values);
        var input = new TourInput(
                key == null ? posted.text("key") : key,
                posted.texts("name"),
                posted.texts("description"),
                posted.texts("meeting_point"),
                posted.text("starts_at"),
                posted.money("price.amount", currency),
                posted.integer("capacity"),
                posted.decimal("tax_rate"),
                posted.date("closes_on"),
                DetailsForm.isIn(values) ? DetailsForm.read(values, posted, currency) : null);
        posted.throwIfWrong();
        return input;
    }

    /** Brings messages to fields that are there. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> {
            var at = switch (field) {
                case "name", "description", "meeting_point", "details.notes" -> field + "." + TAGS.getFirst();
                case "price", "price.currency" -> "price.amount";
                default -> DetailsForm.field(field);
            };
            placed.putIfAbsent(at, message);
        });
        return placed;
    }
}
