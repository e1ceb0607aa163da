package org.plenary.registration.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
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

/** Who wants to be forgotten, for staff to say yes or no. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/erasures")
@Requires(Permission.REGISTRATION_READ)
class ErasurePages {
    /** Shown at most; what is to be decided comes first. */
    private static final int MOST = 200;

    private final ConferenceApi conferences;
    private final Erasures erasures;
    private final Subjects subjects;
    private final AskingErasure asking;
    private final MyDataScreen.Words words;

    ErasurePages(
            ConferenceApi conferences,
            Erasures erasures,
            Subjects subjects,
            AskingErasure asking,
            MyDataScreen.Words words) {
        this.conferences = conferences;
        this.erasures = erasures;
        this.subjects = subjects;
        this.asking = asking;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("registration/erasures")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("erasures", erasures.list(found.id(), MOST));
    }

    @GetMapping("/{erasure}")
    ModelAndView show(@PathVariable String conference, @PathVariable UUID erasure, Locale locale) {
        return page(conferences.bySlug(conference), erasure, Posted.empty(), Map.of(), locale);
    }

    @PostMapping("/{erasure}")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView decide(
            @PathVariable String conference,
            @PathVariable UUID erasure,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        var decision = posted.get("decision");
        try {
            if (!decision.equals("approve") && !decision.equals("refuse"))
                throw new Problem.InvalidInput("/decision", "required", "Say yes or no.");
            asking.decide(found, erasure, decision.equals("approve"), posted.text("reason"));
        } catch (Problem.InvalidInput e) {
            return page(found, erasure, posted, words.errors().of(e, locale), locale);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.first(e, locale)));
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/erasures/" + erasure);
        }
        redirect.addFlashAttribute("flash", words.success("registration.erasure.decided-" + decision, locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/erasures");
    }

    private ModelAndView page(
            ConferenceView conference, UUID id, Posted posted, Map<String, String> errors, Locale locale) {
        var erasure = erasures.find(conference.id(), id).orElseThrow(() -> new Problem.NotFound("This request"));
        var view = new ModelAndView("registration/erasure")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("erasure", erasure)
                .addObject("subject", subjects.of(erasure.order()))
                .addObject("form", posted)
                .addObject("decisions", List.of(choice("approve", locale), choice("refuse", locale)));
        if (errors.isEmpty()) return view;
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Choice choice(String decision, Locale locale) {
        var key = "registration.erasure." + decision;
        return new Choice(
                decision,
                words.messages().getMessage(key, null, locale),
                words.messages().getMessage(key + "-help", null, locale));
    }
}
