package org.plenary.conference.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the rules say about a conference, and what they need to know for it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/approval")
class AssessmentPages {
    private final ConferenceApi conferences;
    private final Assessing assessing;
    private final Declaring declaring;
    private final AssessmentWords words;
    private final PageErrors errors;

    AssessmentPages(
            ConferenceApi conferences,
            Assessing assessing,
            Declaring declaring,
            AssessmentWords words,
            PageErrors errors) {
        this.conferences = conferences;
        this.assessing = assessing;
        this.declaring = declaring;
        this.words = words;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var page = new ModelAndView("conference/assessment")
                .addObject("slug", found.slug())
                .addObject("name", found.name().in(locale));
        assessing.of(found).ifPresent(judged -> fill(page, judged, DeclarationForm.filled(judged.declared()), locale));
        return page;
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView say(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        try {
            declaring.say(found, DeclarationForm.read(form, assessing.today(found)), form.version());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, form, e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/approval");
    }

    private ModelAndView refused(ConferenceView conference, Posted form, Problem problem, Locale locale) {
        var page = new ModelAndView("conference/assessment")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale));
        assessing.of(conference).ifPresent(judged -> fill(page, judged, form, locale));
        errors.refused(page, problem, locale);
        if (problem instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private void fill(ModelAndView page, Assessing.Judged judged, Posted form, Locale locale) {
        var found = judged.found();
        page.addObject("rules", judged.rules())
                .addObject("found", found)
                .addObject("isMajor", found.conferenceClass() == ConferenceClass.MAJOR)
                .addObject("kind", words.text("kind-" + found.kind().wire(), locale))
                .addObject("reasons", words.reasons(found, locale))
                .addObject("findings", words.findings(found, locale))
                .addObject("forecast", words.forecast(found, locale))
                .addObject("filing", words.filing(found, locale))
                .addObject("form", form)
                .addObject("fields", words.choices("field", wires(Field.values(), Field::wire), locale))
                .addObject(
                        "circumstances",
                        words.choices("circumstance", wires(Circumstance.values(), Circumstance::wire), locale));
    }

    private static <T> List<String> wires(T[] values, Function<T, String> wire) {
        return Arrays.stream(values).map(wire).toList();
    }
}
