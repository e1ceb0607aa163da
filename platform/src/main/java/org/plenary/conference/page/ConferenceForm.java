package org.plenary.conference.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.CutOffAdvice;
import org.plenary.conference.setup.ConferenceChange;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.tenancy.Tenant;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A conference's form as the browser sends it. Fields are named as the pointers of the API's members: {@code /name/en} is
 * {@code name.en}.
 */
final class ConferenceForm {
    private static final List<String> TAGS = List.of("en", "zh-CN");
    private static final List<String> TEXTS = List.of("name", "description", "venue.name", "venue.city");

    private final MultiValueMap<String, String> values;

    ConferenceForm(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** What a new conference of this tenant most likely is. */
    static ConferenceForm blank(Tenant tenant) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("time_zone", tenant.timeZone().getId());
        values.add("venue.country", tenant.country());
        values.add("languages", tenant.locale().toLanguageTag());
        return new ConferenceForm(values);
    }

    static ConferenceForm of(ConferenceView conference) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("version", String.valueOf(conference.version()));
        values.add("slug", conference.slug());
        values.add("starts_on", conference.startsOn().toString());
        values.add("ends_on", conference.endsOn().toString());
        values.add("time_zone", conference.timeZone().getId());
        values.add("venue.country", conference.venue().country());
        values.add("currency", conference.currency().getCode());
        if (conference.expectedAttendance() != null)
            values.add("expected_attendance", conference.expectedAttendance().toString());
        var cutOff = conference.cutOff();
        if (cutOff != null) {
            values.add("cut_off.on", cutOff.on().toString());
            values.add("cut_off.zone", String.valueOf(cutOff.anywhereOnEarth()));
            values.add("cut_off.decoupled", String.valueOf(cutOff.decoupled()));
        }
        conference.languages().forEach(language -> values.add("languages", language.toLanguageTag()));
        for (var tag : TAGS) {
            values.add("name." + tag, conference.name().forTag(tag));
            values.add("description." + tag, conference.description().forTag(tag));
            values.add("venue.name." + tag, conference.venue().name().forTag(tag));
            values.add("venue.city." + tag, conference.venue().city().forTag(tag));
        }
        return new ConferenceForm(values);
    }

    /** The value of a field; templates call it. */
    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public List<String> getLanguages() {
        var languages = values.get("languages");
        return languages == null ? List.of() : languages;
    }

    /** @throws Problem.InvalidInput for a date that is none */
    ConferenceChange asChange() {
        return new ConferenceChange(
                text("slug"),
                texts("name"),
                texts("description"),
                date("starts_on"),
                date("ends_on"),
                text("time_zone"),
                new ConferenceChange.VenueChange(texts("venue.name"), texts("venue.city"), text("venue.country")),
                text("currency"),
                List.<@Nullable String>copyOf(getLanguages()),
                null,
                attendance(),
                new ConferenceChange.CutOffChange(
                        date("cut_off.on"),
                        get("cut_off.zone").equals("true") ? "AoE" : null,
                        get("cut_off.decoupled").equals("true")));
    }

    /** The tag of the version that the form was filled from. */
    @Nullable
    String ifMatch() {
        var version = get("version");
        return version.isEmpty() ? null : "\"" + version + "\"";
    }

    /** Brings messages to fields that are there: a text's to its first language, a language's to the group. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> {
            if (TEXTS.contains(field)) placed.putIfAbsent(field + "." + TAGS.getFirst(), message);
            else if (field.startsWith("languages.")) placed.putIfAbsent("languages", message);
            else placed.putIfAbsent(field, message);
        });
        return placed;
    }

    private @Nullable String text(String field) {
        var value = get(field).strip();
        return value.isEmpty() ? null : value;
    }

    private LocalizedText texts(String field) {
        var texts = new LinkedHashMap<String, String>();
        for (var tag : TAGS) texts.put(tag, get(field + "." + tag));
        return new LocalizedText(texts);
    }

    private @Nullable LocalDate date(String field) {
        var value = text(field);
        if (value == null) return null;
        try {
            return TypedTime.day(value);
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/" + field.replace('.', '/'), "date", "This is not a date.");
        }
    }

    /** An empty field says that nobody knows. */
    private Integer attendance() {
        var value = text("expected_attendance");
        if (value == null) return 0;
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Problem.InvalidInput("/expected_attendance", "number", "This is not a whole number.");
        }
    }

    /** Takes the date that suits the size, when the button beside it was pressed. */
    void useSuggestion() {
        if (!get("cut_off.use").equals("true")) return;
        var starts = date("starts_on");
        var expected = attendance();
        if (starts != null && expected > 0)
            values.set(
                    "cut_off.on", CutOffAdvice.of(starts, expected).suggested().toString());
    }
}
