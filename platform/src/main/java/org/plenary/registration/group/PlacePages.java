package org.plenary.registration.group;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of somebody for whom a group has a place, opened by the place's own link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/places/{place}")
class PlacePages {
    private final ConferenceApi conferences;
    private final PlaceLinks links;
    private final PlaceFormPage form;
    private final Naming naming;
    private final PlaceScreen screen;

    PlacePages(ConferenceApi conferences, PlaceLinks links, PlaceFormPage form, Naming naming, PlaceScreen screen) {
        this.conferences = conferences;
        this.links = links;
        this.form = form;
        this.naming = naming;
        this.screen = screen;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var own = links.open(found, place, secret);
        return page(found, own, secret, form.blank(found, own, Filler.PERSON), Map.of(), locale);
    }

    @PostMapping
    ModelAndView name(
            @PathVariable String conference,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var own = links.open(found, place, secret);
        var sent = form.sent(values, request, locale);
        if (sent.isUpdate()) return page(found, own, secret, sent.posted(), sent.errors(), locale);
        if (!sent.errors().isEmpty()) return refused(found, own, secret, sent.posted(), sent.errors(), locale);
        try {
            var by = new Naming.By(Filler.PERSON, false, sent.posted().integer("revision"), locale);
            naming.name(found, place, form.given(found, own, Filler.PERSON, sent.posted()), by);
            redirect.addFlashAttribute("flash", screen.saved(own, locale));
            return new ModelAndView("redirect:" + PlaceScreen.path(found, place, "", secret));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, own, secret, sent.posted(), screen.errors(e, locale), locale);
        }
    }

    @GetMapping("/ticket.pdf")
    ResponseEntity<byte[]> ticket(
            @PathVariable String conference,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return screen.ticket(found, links.open(found, place, secret), locale);
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable String conference,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        links.open(found, place, secret);
        return screen.calendar(found, locale);
    }

    private ModelAndView refused(
            ConferenceView conference,
            Place place,
            @Nullable String secret,
            Posted posted,
            Map<String, String> errors,
            Locale locale) {
        var view = page(conference, place, secret, posted, errors, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            ConferenceView conference,
            Place place,
            @Nullable String secret,
            Posted posted,
            Map<String, String> errors,
            Locale locale) {
        var view = screen.page(conference, place, secret, locale);
        form.draw(view, conference, place, Filler.PERSON, posted, locale);
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
