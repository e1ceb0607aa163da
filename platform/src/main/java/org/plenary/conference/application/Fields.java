package org.plenary.conference.application;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleKind;
import org.plenary.conference.assessment.Assessing.Standing;
import org.plenary.kernel.LocalizedText;

/** What the authority asks about a conference, field by field (APPR-15), with what is known of it. */
final class Fields {
    private static final String GUESTS = "foreign_delegates";

    private Fields() {}

    /**
     * @param group of the form in which it is
     * @param known whether it follows from the conference and is not written here
     */
    record Field(String key, LocalizedText title, String group, boolean required, boolean known, String value) {
        boolean isMissing() {
            return required && value.isBlank();
        }
    }

    /** In the order of the rules; those of single foreign delegates are no part of it. */
    static List<Field> of(ConferenceView conference, Standing standing, Map<String, String> answers) {
        var known = known(conference, standing);
        var fields = new ArrayList<Field>();
        for (var rule : rules(standing.rules())) {
            var key = rule.text("field_key");
            if (rule.text("group").equals(GUESTS)) continue;
            fields.add(new Field(
                    key,
                    rule.title(),
                    rule.text("group"),
                    rule.isOn("required"),
                    known.containsKey(key),
                    known.getOrDefault(key, answers.getOrDefault(key, ""))));
        }
        return fields;
    }

    /** Whether the authority asks who the foreign delegates are. */
    static boolean asksGuests(RuleBook rules) {
        return rules(rules).stream().anyMatch(rule -> rule.text("group").equals(GUESTS) && rule.isOn("required"));
    }

    private static List<RuleBook.Rule> rules(RuleBook rules) {
        return rules.of(RuleKind.APPLICATION_FIELD);
    }

    private static Map<String, String> known(ConferenceView conference, Standing standing) {
        var known = new HashMap<String, String>();
        known.put("name-zh", conference.name().forTag("zh-CN"));
        known.put("name-en", conference.name().forTag("en"));
        known.put("dates", conference.startsOn() + " – " + conference.endsOn());
        known.put("duration", String.valueOf(ChronoUnit.DAYS.between(conference.startsOn(), conference.endsOn()) + 1));
        known.put("place", place(conference));
        known.put("scale", number(standing.total()));
        known.put("foreign-guests", number(standing.foreign()));
        return known;
    }

    /** In Chinese where there is a Chinese name. */
    static String place(ConferenceView conference) {
        var venue = conference.venue();
        return Stream.of(
                        venue.name().in(Locale.SIMPLIFIED_CHINESE),
                        venue.city().in(Locale.SIMPLIFIED_CHINESE),
                        venue.country())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
