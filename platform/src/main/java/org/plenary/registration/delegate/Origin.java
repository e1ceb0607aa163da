package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FieldType;
import org.plenary.forms.Form;

/** Whether delegates are at home where the conference is: by nationality where a form asks it, else by country. */
final class Origin {
    static final String DOMESTIC = "domestic";
    static final String FOREIGN = "foreign";

    /** As the form's rules have it; nothing else may stand in a statement. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private Origin() {}

    /** Of {@code d}, a delegate. The country's code is two letters of our own list: it can stand in the statement. */
    static String sql(ConferenceView conference, List<Form> answered) {
        var country = conference.venue().country();
        var home = Arrays.asList(Locale.getISOCountries()).contains(country) ? country : "";
        return "CASE WHEN " + nationality(answered) + " = '" + home + "' THEN '" + DOMESTIC + "' ELSE '" + FOREIGN
                + "' END";
    }

    private static String nationality(List<Form> answered) {
        var asked = new LinkedHashSet<String>();
        answered.forEach(form -> form.definition()
                .fields()
                .filter(field -> KEY.matcher(field.key()).matches())
                .forEach(field -> {
                    if (field.type() == FieldType.NATIONALITY) asked.add("d.answers ->> '" + field.key() + "'");
                    if (field.type() == FieldType.PASSPORT)
                        asked.add("d.answers -> '" + field.key() + "' ->> 'nationality'");
                }));
        if (asked.isEmpty()) return "d.country";
        var first = new ArrayList<>(asked);
        first.add("CAST(d.country AS text)");
        return first.stream().collect(Collectors.joining(", ", "coalesce(", ")"));
    }
}
