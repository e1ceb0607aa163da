package org.plenary.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The builder's page for one purpose, and one step on it: what all controllers of the builder do alike. */
final class Building {
    private final FormOwner owner;
    private final ConferenceApi conferences;
    private final Forms forms;
    private final PageErrors errors;
    private final FormWords words;

    Building(FormOwner owner, ConferenceApi conferences, Forms forms, PageErrors errors, FormWords words) {
        this.owner = owner;
        this.conferences = conferences;
        this.forms = forms;
        this.errors = errors;
        this.words = words;
    }

    /**
     * What the builder's pages are told of where they stand.
     *
     * @param base the address of the builder; @param onlyAsks as {@link Purpose#onlyAsks()}
     */
    record Place(String base, String nav, String purpose, boolean onlyAsks) {}

    record FieldRow(
            String key,
            String label,
            String type,
            String icon,
            boolean required,
            boolean staffOnly,
            boolean personal,
            @Nullable String condition) {}

    record SectionCard(
            String key,
            String title,
            String categories,
            @Nullable String condition,
            List<FieldRow> fields) {}

    ConferenceView conference(String slug) {
        return conferences.bySlug(slug);
    }

    Purpose purpose() {
        return owner.purpose();
    }

    FormOwner owner() {
        return owner;
    }

    Form form(ConferenceView conference) {
        return forms.newest(purpose(), conference.id());
    }

    Form form(ConferenceView conference, int version) {
        return forms.version(purpose(), conference.id(), version)
                .orElseThrow(() -> new Problem.NotFound("This version of the form"));
    }

    List<Forms.Made> versions(ConferenceView conference) {
        return forms.versions(purpose(), conference.id());
    }

    /** A page of the builder. */
    ModelAndView view(String template, ConferenceView conference) {
        return new ModelAndView("forms/" + template)
                .addObject("slug", conference.slug())
                .addObject(
                        "builder",
                        new Place(
                                base(conference),
                                purpose().nav(),
                                purpose().wire(),
                                purpose().onlyAsks()));
    }

    ModelAndView redirect(ConferenceView conference, String below) {
        return new ModelAndView("redirect:" + base(conference) + below);
    }

    private String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/" + purpose().path();
    }

    /** Changes the newest form, and goes back to the builder; what is refused is said there. */
    ModelAndView change(String slug, UnaryOperator<FormDraft> change, Locale locale, RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        try {
            return save(conference, change, null, locale, redirect);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var said = errors(e, locale).values().iterator().next();
            var view = page(conference, Map.of("", said), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    /** @throws Problem.InvalidInput or Problem.Stale for the caller's own page to say */
    ModelAndView save(
            ConferenceView conference,
            UnaryOperator<FormDraft> change,
            @Nullable String ifMatch,
            Locale locale,
            RedirectAttributes redirect) {
        var before = form(conference);
        var after = forms.change(
                purpose(),
                conference,
                change.apply(new FormDraft(before.definition())).definition(),
                ifMatch);
        return saved(conference, before, after, locale, redirect);
    }

    ModelAndView saved(ConferenceView conference, Form before, Form after, Locale locale, RedirectAttributes redirect) {
        var said = after.version() > before.version() && before.version() > 0
                ? words.message("registration.form.saved-version", locale, after.version())
                : words.message("registration.form.saved", locale);
        redirect.addFlashAttribute("flash", Flash.success(said));
        return redirect(conference, "");
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return errors.of(problem, locale);
    }

    ModelAndView page(ConferenceView conference, Map<String, String> fieldErrors, Locale locale) {
        var form = form(conference);
        var view = view("form", conference);
        view.addObject("zone", conference.timeZone());
        view.addObject("version", form.version());
        var names = names(conference, locale);
        view.addObject(
                "sections",
                form.definition().sections().stream()
                        .map(section -> card(section, form.definition(), names, locale))
                        .toList());
        view.addObject("versions", versions(conference));
        if (!fieldErrors.isEmpty()) view.addObject("fieldErrors", fieldErrors);
        return view;
    }

    /** What the groups are called that sections name by their values. */
    private Map<String, String> names(ConferenceView conference, Locale locale) {
        var names = new HashMap<String, String>();
        owner.groups(conference.id(), locale).forEach(each -> names.putIfAbsent(each.value(), each.name()));
        return names;
    }

    private SectionCard card(
            FormDefinition.Section section, FormDefinition form, Map<String, String> names, Locale locale) {
        return new SectionCard(
                section.key(),
                section.title().in(locale),
                section.categories().stream()
                        .map(each -> names.getOrDefault(each, owner.unknownGroup(each, locale)))
                        .collect(Collectors.joining(" · ")),
                condition(section.visibleIf(), form, locale),
                section.fields().stream()
                        .map(field -> new FieldRow(
                                field.key(),
                                field.label().in(locale),
                                words.type(field.type(), locale),
                                field.type().icon(),
                                field.mandatory(),
                                field.hiddenFromDelegates(),
                                field.holdsPersonalData(),
                                condition(field.visibleIf(), form, locale)))
                        .toList());
    }

    private @Nullable String condition(@Nullable Condition condition, FormDefinition form, Locale locale) {
        return condition == null ? null : words.condition(condition, form, locale);
    }
}
