package org.plenary.registration.absence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.OrderAccess;
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

/** Delegates say that they cannot attend, by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/absence")
class OwnAbsencePages {
    private final ConferenceApi conferences;
    private final OrderAccess orders;
    private final Recording recording;
    private final AbsenceForm form;

    OwnAbsencePages(ConferenceApi conferences, OrderAccess orders, Recording recording, AbsenceForm form) {
        this.conferences = conferences;
        this.orders = orders;
        this.recording = recording;
        this.form = form;
    }

    /** Where somebody is: the order that was opened and the link that opened it. */
    private record At(ConferenceView conference, OrderAccess.Opened order, String secret) {}

    private At open(String slug, String code, @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return new At(conference, orders.open(conference, code, secret), String.valueOf(secret));
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable UUID delegate,
            Locale locale) {
        var at = open(slug, code, secret);
        var chosen = delegate == null && at.order().delegates().size() == 1
                ? at.order().delegates().getFirst().id()
                : delegate;
        if (chosen == null) return page(at, null, Posted.empty(), Map.of(), locale);
        at.order().member(chosen);
        return page(at, chosen, form.filled(form.of(at.conference(), chosen)), Map.of(), locale);
    }

    @PostMapping
    ModelAndView say(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam UUID delegate,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var at = open(slug, code, secret);
        at.order().member(delegate);
        var posted = new Posted(values);
        if (posted.isOn("withdrawn")) {
            recording.withdrawBySelf(at.conference(), delegate);
            redirect.addFlashAttribute("flash", form.done("withdrawn", locale));
            return back(at, redirect);
        }
        try {
            recording.bySelf(at.conference(), delegate, form.read(at.conference(), posted));
        } catch (Problem.InvalidInput e) {
            var view = page(at, delegate, posted, form.errors(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", form.done("said", locale));
        return back(at, redirect);
    }

    private ModelAndView page(
            At at, @Nullable UUID delegate, Posted posted, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("registration/absence-own")
                .addObject("slug", at.conference().slug())
                .addObject("name", at.conference().name().in(locale))
                .addObject("code", at.order().code())
                .addObject("secret", at.secret())
                .addObject("delegates", at.order().delegates())
                .addObject("delegate", delegate)
                .addObject(
                        "said",
                        delegate != null && form.of(at.conference(), delegate).isPresent())
                .addObject("days", form.days(at.conference()))
                .addObject("ticked", List.copyOf(posted.all("days")))
                .addObject("form", posted);
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    private static ModelAndView back(At at, RedirectAttributes redirect) {
        redirect.addAttribute("secret", at.secret());
        return new ModelAndView("redirect:/c/" + at.conference().slug() + "/orders/"
                + at.order().code());
    }
}
