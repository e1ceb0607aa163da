package org.plenary.registration.absence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.delegate.KnownDelegates;
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

/** Staff write down that a delegate cannot attend. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/{delegate}/absence")
@Requires(Permission.REGISTRATION_WRITE)
class AbsenceDeskPages {
    private final ConferenceApi conferences;
    private final KnownDelegates delegates;
    private final Recording recording;
    private final AbsenceForm form;

    AbsenceDeskPages(ConferenceApi conferences, KnownDelegates delegates, Recording recording, AbsenceForm form) {
        this.conferences = conferences;
        this.delegates = delegates;
        this.recording = recording;
        this.form = form;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String conference, @PathVariable UUID delegate) {
        var found = conferences.bySlug(conference);
        return page(found, delegate, form.filled(form.of(found, delegate)), Map.of());
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String conference,
            @PathVariable UUID delegate,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            recording.byStaff(found, delegate, form.read(found, posted));
        } catch (Problem.InvalidInput e) {
            var view = page(found, delegate, posted, form.errors(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", form.done("recorded", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/absences");
    }

    private ModelAndView page(ConferenceView conference, UUID delegate, Posted posted, Map<String, String> errors) {
        var view = new ModelAndView("registration/absence-desk")
                .addObject("slug", conference.slug())
                .addObject("delegate", delegate)
                .addObject("name", delegates.find(conference.id(), delegate).name())
                .addObject("days", form.days(conference))
                .addObject("ticked", List.copyOf(posted.all("days")))
                .addObject("form", posted);
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
