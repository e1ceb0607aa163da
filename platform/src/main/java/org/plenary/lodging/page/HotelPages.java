package org.plenary.lodging.page;

import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.report.BlockPickup;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hotels of a conference for its organizers: how full they are, and the forms to set them up. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels")
class HotelPages {
    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final Desk desk;
    private final PageErrors errors;
    private final MessageSource messages;

    HotelPages(ConferenceApi conferences, Hotels hotels, Desk desk, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.desk = desk;
        this.errors = errors;
        this.messages = messages;
    }

    /** What the pages do with hotels besides. */
    @Component
    record Desk(BlockPickup pickup, HotelKeeping saving) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var lines = desk.pickup().of(found.id()).stream()
                .map(line -> HotelLine.of(line, locale))
                .toList();
        return new ModelAndView("lodging/hotels", Map.of("slug", found.slug(), "hotels", lines));
    }

    @GetMapping("/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView blank(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return form(found, HotelForm.blank(found), "", locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView create(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new HotelForm(found, values);
        if (form.isUpdate()) return updated(found, form, "", locale);
        try {
            desk.saving().create(found, form);
            return done(found, "lodging.hotel.created", locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, form, "", e, locale);
        }
    }

    @GetMapping("/{hotel}")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView hotel(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = conferences.bySlug(conference);
        return form(found, HotelForm.of(found, find(found, hotel)), hotel, locale);
    }

    @PostMapping("/{hotel}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new HotelForm(found, values);
        if (form.isUpdate()) return updated(found, form, hotel, locale);
        try {
            desk.saving().change(found, hotel, form);
            return done(found, "lodging.hotel.changed", locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return refused(found, form, hotel, e, locale);
        }
    }

    @GetMapping("/{hotel}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = conferences.bySlug(conference);
        var name = find(found, hotel).name().in(locale);
        return new ModelAndView("lodging/deletion", Map.of("slug", found.slug(), "hotel", hotel, "name", name));
    }

    @PostMapping("/{hotel}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView delete(
            @PathVariable String conference, @PathVariable String hotel, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            hotels.delete(found, hotel, null);
            return done(found, "lodging.hotel.deleted", locale, redirect);
        } catch (Problem.Conflict e) {
            return refused(found, HotelForm.of(found, find(found, hotel)), hotel, e, locale);
        }
    }

    private Hotel find(ConferenceView conference, String hotel) {
        return hotels.find(conference.id(), hotel).orElseThrow(() -> new Problem.NotFound("This hotel"));
    }

    /** @param hotel empty for a new one */
    private ModelAndView form(ConferenceView conference, HotelForm form, String hotel, Locale locale) {
        var view = new ModelAndView("lodging/hotel");
        view.addObject("slug", conference.slug());
        view.addObject("currency", conference.currency().getCode());
        view.addObject("hotel", hotel);
        view.addObject("form", form);
        view.addObject("agreements", desk.saving().agreements(conference, locale));
        return view;
    }

    private ModelAndView updated(ConferenceView conference, HotelForm form, String hotel, Locale locale) {
        form.update();
        return form(conference, form, hotel, locale);
    }

    private ModelAndView refused(
            ConferenceView conference, HotelForm form, String hotel, Problem problem, Locale locale) {
        var view = form(conference, form, hotel, locale);
        view.addObject("fieldErrors", form.onFields(errors.of(problem, locale)));
        view.setStatus(
                problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return view;
    }

    private ModelAndView done(ConferenceView conference, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage(key, null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/hotels");
    }
}
