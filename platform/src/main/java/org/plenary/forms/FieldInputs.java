package org.plenary.forms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Prepares the inputs of the page on which a field is edited. */
@Component
class FieldInputs {
    private final FieldKinds kinds;
    private final ConditionView conditions;
    private final FormWords words;
    private final AskedFields asked;

    FieldInputs(FieldKinds kinds, ConditionView conditions, FormWords words, AskedFields asked) {
        this.kinds = kinds;
        this.conditions = conditions;
        this.words = words;
        this.asked = asked;
    }

    ModelAndView kinds(ModelAndView view, Purpose purpose, String section, Locale locale) {
        return view.addObject("section", section).addObject("groups", kinds.groups(purpose.onlyAsks(), locale));
    }

    ModelAndView page(
            ModelAndView view,
            ConferenceView conference,
            Form newest,
            @Nullable String key,
            Posted form,
            Locale locale) {
        var type = FieldForm.type(form.get("type"));
        return view.addObject("key", key)
                .addObject("form", form)
                .addObject("type", type)
                .addObject("kind", kinds.kind(type, locale))
                .addObject("version", form.has("version") ? form.get("version") : newest.mark())
                .addObject("currency", conference.currency().getCode())
                .addObject("displays", choices("registration.display.", locale, "radio", "buttons", "list"))
                .addObject("defaults", defaults(type, form, locale))
                .addObject("personTypes", personTypes(locale))
                .addObject("editor", conditions.of(form, newest.definition(), key, locale));
    }

    /** What a default can be chosen from; empty for what is typed. */
    private List<Choice> defaults(FieldType type, Posted form, Locale locale) {
        return switch (type.family()) {
            case COUNTRY -> asked.countries(locale);
            case YES_NO ->
                List.of(
                        new Choice("true", words.message("registration.form.yes", locale)),
                        new Choice("false", words.message("registration.form.no", locale)));
            case CHOICE ->
                OptionRows.keys(form).stream()
                        .map(option -> new Choice(option, option))
                        .toList();
            default -> List.of();
        };
    }

    private List<Choice> personTypes(Locale locale) {
        return Stream.of(FieldType.values())
                .filter(FieldType::isForPersons)
                .map(type -> new Choice(type.wire(), words.type(type, locale)))
                .toList();
    }

    private List<Choice> choices(String prefix, Locale locale, String... values) {
        return Stream.of(values)
                .map(value -> new Choice(value, words.message(prefix + value, locale)))
                .toList();
    }
}
