package org.plenary.registration.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form builder: sections and fields, each change a new version. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/form")
@Requires(Permission.CONFERENCE_WRITE)
class FormPages {
    private final ConferenceApi conferences;
    private final Forms forms;
    private final PageErrors errors;
    private final MessageSource messages;

    FormPages(ConferenceApi conferences, Forms forms, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.forms = forms;
        this.errors = errors;
        this.messages = messages;
    }

    record FieldRow(String key, String label, String type, boolean required, boolean conditional) {}

    record SectionCard(String key, String title, String titleEn, String titleZh, List<FieldRow> fields) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, Locale locale) {
        return builder(conferences.bySlug(conference), Map.of(), locale);
    }

    @PostMapping("/sections")
    ModelAndView addSection(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        var taken = forms.newest(conferences.bySlug(conference).id()).definition().sections().stream()
                .map(FormDefinition.Section::key)
                .toList();
        var wanted = FieldForm.keyOf(posted.get("title.en"), "section");
        var key = taken.contains(wanted) ? wanted + "_" + (taken.size() + 1) : wanted;
        return change(conference, draft -> draft.addSection(key, posted.texts("title")), locale, redirect);
    }

    @PostMapping("/sections/{section}")
    ModelAndView renameSection(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        return change(
                conference,
                draft -> switch (posted.get("act")) {
                    case "up" -> draft.moveSection(section, -1);
                    case "down" -> draft.moveSection(section, 1);
                    case "remove" -> draft.removeSection(section);
                    default -> draft.renameSection(section, posted.texts("title"));
                },
                locale,
                redirect);
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
            var found = conferences.bySlug(conference);
            var draft = new FormDraft(forms.newest(found.id()).definition());
            forms.put(
                    found,
                    draft.arrangeFields(
                                    section, Arrays.asList(posted.get("order").split(",", -1)))
                            .definition(),
                    null);
            return ResponseEntity.noContent().build();
        }
        var up = posted.has("up");
        var key = up ? posted.get("up") : posted.get("down");
        return change(conference, draft -> draft.moveField(section, key, up ? -1 : 1), locale, redirect);
    }

    @GetMapping("/sections/{section}/fields/new")
    ModelAndView newField(@PathVariable String conference, @PathVariable String section, Locale locale) {
        return fieldPage(
                conferences.bySlug(conference), section, null, Posted.empty().set("type", "text"), Map.of(), locale);
    }

    @GetMapping("/fields/{key}")
    ModelAndView editField(@PathVariable String conference, @PathVariable String key, Locale locale) {
        var found = conferences.bySlug(conference);
        var definition = forms.newest(found.id()).definition();
        var field = definition.field(key).orElseThrow(() -> new Problem.NotFound("This field"));
        return fieldPage(found, sectionOf(definition, key), key, FieldForm.filled(field), Map.of(), locale);
    }

    @PostMapping("/sections/{section}/fields")
    ModelAndView addField(
            @PathVariable String conference,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return saveField(conference, section, null, new Posted(values), locale, redirect);
    }

    @PostMapping("/fields/{key}")
    ModelAndView changeField(
            @PathVariable String conference,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var definition = forms.newest(conferences.bySlug(conference).id()).definition();
        return saveField(conference, sectionOf(definition, key), key, new Posted(values), locale, redirect);
    }

    @GetMapping("/fields/{key}/deletion")
    ModelAndView question(@PathVariable String conference, @PathVariable String key, Locale locale) {
        var field = forms.newest(conferences.bySlug(conference).id())
                .definition()
                .field(key)
                .orElseThrow(() -> new Problem.NotFound("This field"));
        return new ModelAndView("registration/field-deletion")
                .addObject("slug", conference)
                .addObject("key", key)
                .addObject("name", field.label().in(locale));
    }

    @PostMapping("/fields/{key}/deletion")
    ModelAndView removeField(
            @PathVariable String conference, @PathVariable String key, Locale locale, RedirectAttributes redirect) {
        return change(conference, draft -> draft.removeField(key), locale, redirect);
    }

    private ModelAndView saveField(
            String slug,
            String section,
            @Nullable String key,
            Posted posted,
            Locale locale,
            RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        if (posted.has("update")) return fieldPage(conference, section, key, posted, Map.of(), locale);
        try {
            var field = FieldForm.field(posted, conference.currency());
            var draft = new FormDraft(forms.newest(conference.id()).definition()).putField(section, key, field);
            forms.put(conference, draft.definition(), posted.ifMatch());
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var definition = forms.newest(conference.id()).definition();
            var view = fieldPage(
                    conference,
                    section,
                    key,
                    posted,
                    FieldForm.onField(errors.of(e, locale), prefix(definition, section, key)),
                    locale);
            view.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return done(slug, locale, redirect);
    }

    /** Where the field on the page stands in the form that was refused. */
    private static String prefix(FormDefinition definition, String section, @Nullable String key) {
        for (var i = 0; i < definition.sections().size(); i++) {
            var found = definition.sections().get(i);
            if (!found.key().equals(section)) continue;
            var keys = found.fields().stream().map(FormDefinition.Field::key).toList();
            var at = key == null ? keys.size() : keys.indexOf(key);
            return "sections." + i + ".fields." + at + ".";
        }
        return "sections.";
    }

    private ModelAndView change(
            String slug, UnaryOperator<FormDraft> change, Locale locale, RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        try {
            var draft = new FormDraft(forms.newest(conference.id()).definition());
            forms.put(conference, change.apply(draft).definition(), null);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var view = builder(
                    conference,
                    Map.of("", errors.of(e, locale).values().iterator().next()),
                    locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return done(slug, locale, redirect);
    }

    private ModelAndView done(String slug, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(text("registration.form.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + slug + "/form");
    }

    private ModelAndView builder(ConferenceView conference, Map<String, String> fieldErrors, Locale locale) {
        var form = forms.newest(conference.id());
        var sections = form.definition().sections().stream()
                .map(section -> new SectionCard(
                        section.key(),
                        section.title().in(locale),
                        section.title().forTag("en"),
                        section.title().forTag("zh-CN"),
                        section.fields().stream()
                                .map(field -> new FieldRow(
                                        field.key(),
                                        field.label().in(locale),
                                        text(
                                                "registration.type."
                                                        + field.type().wire().replace('_', '-'),
                                                locale),
                                        field.mandatory(),
                                        field.visibleIf() != null))
                                .toList()))
                .toList();
        var view = new ModelAndView("registration/form");
        view.addObject("slug", conference.slug());
        view.addObject("zone", conference.timeZone());
        view.addObject("version", form.version());
        view.addObject("sections", sections);
        view.addObject("versions", forms.versions(conference.id()));
        if (!fieldErrors.isEmpty()) view.addObject("fieldErrors", fieldErrors);
        return view;
    }

    private ModelAndView fieldPage(
            ConferenceView conference,
            String section,
            @Nullable String key,
            Posted form,
            Map<String, String> fieldErrors,
            Locale locale) {
        var newest = forms.newest(conference.id());
        var view = new ModelAndView("registration/form-field");
        view.addObject("slug", conference.slug());
        view.addObject("section", section);
        view.addObject("key", key);
        view.addObject("form", form);
        view.addObject("version", form.has("version") ? form.get("version") : String.valueOf(newest.version()));
        view.addObject("currency", conference.currency().getCode());
        view.addObject("rows", IntStream.range(0, FieldForm.rows(form)).boxed().toList());
        view.addObject("types", types(locale));
        view.addObject(
                "conditions",
                FieldForm.conditions(newest.definition(), key, locale, text("registration.form.yes", locale)));
        if (!fieldErrors.isEmpty()) view.addObject("fieldErrors", fieldErrors);
        return view;
    }

    private List<Choice> types(Locale locale) {
        return Arrays.stream(FieldType.values())
                .map(type -> new Choice(
                        type.wire(), text("registration.type." + type.wire().replace('_', '-'), locale)))
                .toList();
    }

    private static String sectionOf(FormDefinition definition, String field) {
        return definition.sections().stream()
                .filter(section ->
                        section.fields().stream().anyMatch(f -> f.key().equals(field)))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This field"))
                .key();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
