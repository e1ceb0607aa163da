package org.plenary.conference.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.springframework.util.LinkedMultiValueMap;

/** What is said about a conference, as the browser sends it. Why a word is used is in {@code word.<id of its rule>}. */
final class DeclarationForm {
    static final String WORD = "word.";

    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_COUNTRIES = 250;
    private static final int LONGEST_REASON = 1000;

    private DeclarationForm() {}

    static Posted filled(Declarations.Stored stored) {
        var said = stored.said();
        var form = new Posted(new LinkedMultiValueMap<>())
                .set("version", stored.version())
                .set("field", said.field().wire())
                .set(
                        "circumstances",
                        said.circumstances().stream().map(Circumstance::wire).toList())
                .set("foreign", said.foreign())
                .set("total", said.total())
                .set("countries", said.countries())
                .set("ofProject", said.ofProject())
                .set("committedOn", said.committedOn())
                .set("forecastOn", said.forecastOn())
                .set("filedOn", said.filedOn())
                .set("consentOn", said.consentOn());
        said.words().forEach((rule, reason) -> form.set(WORD + rule, reason));
        return form;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    static Declaration read(Posted form, LocalDate today) {
        var wrong = new Violations();
        var foreign = number(form, "foreign", MOST_PEOPLE, wrong);
        var total = number(form, "total", MOST_PEOPLE, wrong);
        wrong.check(
                foreign == null || total == null || foreign <= total,
                "/total",
                "fewer_than_foreign",
                "There are more foreign guests.");
        var countries = number(form, "countries", MOST_COUNTRIES, wrong);
        var forecastOn = past(form, "forecastOn", today, wrong);
        var filedOn = past(form, "filedOn", today, wrong);
        var consentOn = past(form, "consentOn", today, wrong);
        var said = new Declaration(
                field(form, wrong),
                circumstances(form, wrong),
                foreign,
                total,
                countries,
                form.isOn("ofProject"),
                form.date("committedOn"),
                forecastOn,
                filedOn,
                consentOn,
                words(form, wrong));
        form.throwIfWrong();
        wrong.throwIfAny();
        return said;
    }

    private static Field field(Posted form, Violations wrong) {
        for (var field : Field.values()) if (field.wire().equals(form.get("field"))) return field;
        wrong.add("/field", "choice", "This is not one of the choices.");
        return Field.GENERAL;
    }

    private static Set<Circumstance> circumstances(Posted form, Violations wrong) {
        var said = new LinkedHashSet<Circumstance>();
        for (var wire : form.all("circumstances"))
            Arrays.stream(Circumstance.values())
                    .filter(each -> each.wire().equals(wire))
                    .findFirst()
                    .ifPresentOrElse(
                            said::add, () -> wrong.add("/circumstances", "choice", "This is not one of the choices."));
        return said;
    }

    private static @Nullable Integer number(Posted form, String field, int most, Violations wrong) {
        var number = form.integer(field);
        wrong.check(
                number == null || number >= 0 && number <= most,
                "/" + field,
                "range",
                "This is too small or too large.");
        return number;
    }

    private static @Nullable LocalDate past(Posted form, String field, LocalDate today, Violations wrong) {
        var day = form.date(field);
        wrong.check(day == null || !day.isAfter(today), "/" + field, "day_ahead", "This day is still to come.");
        return day;
    }

    private static Map<String, String> words(Posted form, Violations wrong) {
        var words = new LinkedHashMap<String, String>();
        for (var field : form.values().keySet()) {
            if (!field.startsWith(WORD)) continue;
            var reason = form.text(field);
            if (reason == null) continue;
            wrong.optionalText("/" + field.replace('.', '/'), reason, LONGEST_REASON);
            words.put(field.substring(WORD.length()), reason);
        }
        return words;
    }
}
