package org.plenary.forms;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The builder's pages of fields: the kind is chosen first, then only what belongs to it is asked. */
class FieldPages {
    private final Building building;
    private final FieldInputs inputs;

    FieldPages(Building building, FieldInputs inputs) {
        this.building = building;
        this.inputs = inputs;
    }

    @GetMapping("/sections/{section}/fields/new")
    ModelAndView blank(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String type,
            Locale locale) {
        var found = building.conference(conference);
        if (type == null) return inputs.kinds(building.view("form-kinds", found), building.purpose(), section, locale);
        return page(found, section, null, FieldForm.blank(FieldForm.type(type)), Map.of(), locale);
    }

    @PostMapping("/sections/{section}/fields")
    ModelAndView add(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return save(building.conference(conference), section, null, new Posted(values), locale, redirect);
    }

    @GetMapping("/fields/{key}")
    ModelAndView edit(@PathVariable String conference, @PathVariable String key, Locale locale) {
        var found = building.conference(conference);
        var definition = building.form(found).definition();
        return page(found, section(definition, key), key, FieldForm.filled(field(definition, key)), Map.of(), locale);
    }

    @PostMapping("/fields/{key}")
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = building.conference(conference);
        var section = section(building.form(found).definition(), key);
        return save(found, section, key, new Posted(values), locale, redirect);
    }

    @PostMapping("/fields/{key}/copy")
    ModelAndView duplicate(
            @PathVariable String conference, @PathVariable String key, Locale locale, RedirectAttributes redirect) {
        return building.change(conference, draft -> draft.duplicateField(key), locale, redirect);
    }

    @PostMapping("/fields/{key}/section")
    ModelAndView move(
            @PathVariable String conference,
            @PathVariable String key,
            @RequestParam String section,
            Locale locale,
            RedirectAttributes redirect) {
        return building.change(conference, draft -> draft.moveFieldTo(section, key), locale, redirect);
    }

    @GetMapping("/fields/{key}/deletion")
    ModelAndView question(@PathVariable String conference, @PathVariable String key, Locale locale) {
        var found = building.conference(conference);
        var field = field(building.form(found).definition(), key);
        return building.view("field-deletion", found)
                .addObject("key", key)
                .addObject("name", field.label().in(locale));
    }

    @PostMapping("/fields/{key}/deletion")
    ModelAndView remove(
            @PathVariable String conference, @PathVariable String key, Locale locale, RedirectAttributes redirect) {
        return building.change(conference, draft -> draft.removeField(key), locale, redirect);
    }

    private ModelAndView save(
            ConferenceView conference,
            String section,
            @Nullable String key,
            Posted posted,
            Locale locale,
            RedirectAttributes redirect) {
        if (posted.has("update")) {
            OptionRows.update(posted, posted.get("update"));
            return page(conference, section, key, posted, Map.of(), locale);
        }
        var definition = building.form(conference).definition();
        try {
            var before = key == null ? null : definition.field(key).orElse(null);
            var field = named(FieldForm.field(posted, before, conference.currency()), posted, definition);
            return building.save(
                    conference, draft -> draft.putField(section, key, field), posted.ifMatch(), locale, redirect);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var errors = FieldErrors.of(building.errors(e, locale), prefix(definition, section, key));
            var view = page(conference, section, key, posted, errors, locale);
            view.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    /** A key that was made from the label is made another if it is taken. */
    private static Field named(Field field, Posted posted, FormDefinition definition) {
        if (posted.has("key")) return field;
        var taken = definition.fields().map(Field::key).toList();
        return FieldChange.of(field).key(FieldForm.freshKey(field.key(), taken)).field();
    }

    /** Where the field on the page stands in the form that was refused. */
    private static String prefix(FormDefinition definition, String section, @Nullable String key) {
        for (var i = 0; i < definition.sections().size(); i++) {
            var found = definition.sections().get(i);
            if (!found.key().equals(section)) continue;
            var keys = found.fields().stream().map(Field::key).toList();
            var at = key == null ? keys.size() : keys.indexOf(key);
            return "sections." + i + ".fields." + at + ".";
        }
        return "sections.";
    }

    private ModelAndView page(
            ConferenceView conference,
            String section,
            @Nullable String key,
            Posted form,
            Map<String, String> errors,
            Locale locale) {
        var newest = building.form(conference);
        var view = inputs.page(building.view("form-field", conference), conference, newest, key, form, locale)
                .addObject("section", section)
                .addObject(
                        "rows",
                        IntStream.range(0, OptionRows.rows(form)).boxed().toList())
                .addObject(
                        "personRows",
                        IntStream.range(0, PersonRows.rows(form)).boxed().toList())
                .addObject(
                        "sections",
                        newest.definition().sections().stream()
                                .map(each -> new Choice(each.key(), each.title().in(locale)))
                                .toList());
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    private static Field field(FormDefinition definition, String key) {
        return definition.field(key).orElseThrow(() -> new Problem.NotFound("This field"));
    }

    private static String section(FormDefinition definition, String key) {
        return definition
                .sectionOf(key)
                .orElseThrow(() -> new Problem.NotFound("This field"))
                .key();
    }
}
