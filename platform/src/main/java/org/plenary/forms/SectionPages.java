package org.plenary.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The builder's pages of sections. */
class SectionPages {
    private final Building building;
    private final ConditionView conditions;

    SectionPages(Building building, ConditionView conditions) {
        this.building = building;
        this.conditions = conditions;
    }

    @PostMapping("/sections")
    ModelAndView add(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        return building.change(
                conference,
                draft -> {
                    var taken = draft.definition().sections().stream()
                            .map(Section::key)
                            .toList();
                    var wanted = FieldForm.keyOf(posted.get("title.en"), "section");
                    return draft.addSection(FieldForm.freshKey(wanted, taken), posted.texts("title"));
                },
                locale,
                redirect);
    }

    @GetMapping("/sections/{section}")
    ModelAndView edit(@PathVariable String conference, @PathVariable String section, Locale locale) {
        var found = building.conference(conference);
        var old = section(building.form(found).definition(), section);
        var form =
                Posted.empty().set("title", old.title()).set("help", old.help()).set("categories", old.categories());
        ConditionForm.fill(form, old.visibleIf());
        return page(found, section, form, Map.of(), locale);
    }

    @PostMapping("/sections/{section}")
    ModelAndView save(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        return switch (posted.get("act")) {
            case "up" -> building.change(conference, draft -> draft.moveSection(section, -1), locale, redirect);
            case "down" -> building.change(conference, draft -> draft.moveSection(section, 1), locale, redirect);
            case "remove" -> building.change(conference, draft -> draft.removeSection(section), locale, redirect);
            default -> settings(building.conference(conference), section, posted, locale, redirect);
        };
    }

    private ModelAndView settings(
            ConferenceView conference, String key, Posted posted, Locale locale, RedirectAttributes redirect) {
        if (posted.has("update")) return page(conference, key, posted, Map.of(), locale);
        var definition = building.form(conference).definition();
        var old = section(definition, key);
        var help = posted.texts("help");
        var changed = new Section(
                key,
                posted.texts("title"),
                old.fields(),
                help.isBlank() ? null : help,
                posted.all("categories").stream()
                        .filter(value -> !value.isBlank())
                        .toList(),
                ConditionForm.condition(posted, old.visibleIf()));
        try {
            return building.save(conference, draft -> draft.putSection(changed), posted.ifMatch(), locale, redirect);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var prefix = "sections." + definition.sections().indexOf(old) + ".";
            var view = page(conference, key, posted, FieldErrors.of(building.errors(e, locale), prefix), locale);
            view.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    /** One step by a button, or the whole order after dragging. */
    @PostMapping("/sections/{section}/order")
    Object order(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        if (posted.has("order")) {
            var order = Arrays.asList(posted.get("order").split(",", -1));
            building.save(
                    building.conference(conference),
                    draft -> draft.arrangeFields(section, order),
                    null,
                    locale,
                    redirect);
            return ResponseEntity.noContent().build();
        }
        var up = posted.has("up");
        var key = up ? posted.get("up") : posted.get("down");
        return building.change(conference, draft -> draft.moveField(section, key, up ? -1 : 1), locale, redirect);
    }

    private ModelAndView page(
            ConferenceView conference, String section, Posted form, Map<String, String> errors, Locale locale) {
        var newest = building.form(conference);
        section(newest.definition(), section);
        var view = building.view("form-section", conference);
        view.addObject("section", section);
        view.addObject("form", form);
        view.addObject("version", form.has("version") ? form.get("version") : newest.mark());
        view.addObject("categories", choices(conference, form.all("categories"), locale));
        view.addObject("editor", conditions.of(form, newest.definition(), null, locale));
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    /** Those that a form from elsewhere names and this conference does not have are kept until somebody unticks them. */
    private List<Choice> choices(ConferenceView conference, List<String> chosen, Locale locale) {
        var choices = new ArrayList<Choice>();
        building.owner()
                .groups(conference.id(), locale)
                .forEach(each -> choices.add(new Choice(each.value(), each.label())));
        for (var value : chosen)
            if (choices.stream().noneMatch(choice -> choice.value().equals(value)))
                choices.add(new Choice(value, building.owner().unknownGroup(value, locale)));
        return choices;
    }

    private static Section section(FormDefinition definition, String key) {
        return definition.sections().stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This section"));
    }
}
