package org.plenary.registration.group;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
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

/** One place of a group: fills in a person for it, and takes one out. */
abstract class PlaceDesk {
    private final Entrance.Door door;
    private final PlaceRows places;
    private final Naming naming;
    private final PlaceFormPage form;
    private final GroupDesk.DeskWords words;

    PlaceDesk(Entrance.Door door, PlaceRows places, Naming naming, PlaceFormPage form, GroupDesk.DeskWords words) {
        this.door = door;
        this.places = places;
        this.naming = naming;
        this.form = form;
        this.words = words;
    }

    abstract boolean isStaff();

    @Controller
    @TenantHost
    @Public
    @RequestMapping("/c/{conference}/groups/{code}/places/{place}")
    static class OfCoordinators extends PlaceDesk {
        OfCoordinators(
                Entrance.Door door, PlaceRows places, Naming naming, PlaceFormPage form, GroupDesk.DeskWords words) {
            super(door, places, naming, form, words);
        }

        @Override
        boolean isStaff() {
            return false;
        }
    }

    @Controller
    @TenantHost
    @Requires(Permission.REGISTRATION_WRITE)
    @RequestMapping("/manage/conferences/{conference}/groups/{code}/places/{place}")
    static class OfStaff extends PlaceDesk {
        OfStaff(Entrance.Door door, PlaceRows places, Naming naming, PlaceFormPage form, GroupDesk.DeskWords words) {
            super(door, places, naming, form, words);
        }

        @Override
        boolean isStaff() {
            return true;
        }
    }

    @GetMapping
    ModelAndView blank(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var entrance = door.open(conference, code, secret, isStaff());
        var found = place(entrance, place);
        if (found.isNamed()) return new ModelAndView("redirect:" + entrance.path(""));
        return page(entrance, found, form.blank(entrance.conference(), found, Filler.OTHER), Map.of(), locale);
    }

    @PostMapping
    ModelAndView name(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        var entrance = door.open(conference, code, secret, isStaff());
        var found = place(entrance, place);
        var sent = form.sent(values, request, locale);
        if (sent.isUpdate()) return page(entrance, found, sent.posted(), sent.errors(), locale);
        if (!sent.errors().isEmpty()) return refused(entrance, found, sent.posted(), sent.errors(), locale);
        try {
            var given = form.given(entrance.conference(), found, Filler.OTHER, sent.posted());
            var by = new Naming.By(
                    Filler.OTHER,
                    isStaff(),
                    sent.posted().integer("revision"),
                    entrance.group().order().locale());
            var named = naming.name(entrance.conference(), place, given, by);
            redirect.addFlashAttribute("flash", words.success("registration.group.named", locale, named.name()));
            return new ModelAndView("redirect:" + entrance.path("") + "#place-" + place);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(entrance, found, sent.posted(), words.errors(e, locale), locale);
        }
    }

    @GetMapping("/removal")
    ModelAndView askWhetherToVacate(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var entrance = door.open(conference, code, secret, isStaff());
        return words.page("registration/group-removal", entrance, locale).addObject("place", place(entrance, place));
    }

    @PostMapping("/removal")
    ModelAndView vacate(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var entrance = door.open(conference, code, secret, isStaff());
        var found = place(entrance, place);
        try {
            naming.vacate(entrance.conference(), found.id(), isStaff());
            redirect.addFlashAttribute("flash", words.success("registration.group.vacated", locale, found.number()));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.of(e, locale)));
        }
        return new ModelAndView("redirect:" + entrance.path(""));
    }

    private Place place(Entrance entrance, UUID id) {
        return places.find(entrance.conference().id(), id)
                .filter(place -> place.order().equals(entrance.group().order().id()))
                .orElseThrow(() -> new Problem.NotFound("This place"));
    }

    private ModelAndView refused(
            Entrance entrance, Place place, Posted posted, Map<String, String> errors, Locale locale) {
        var view = page(entrance, place, posted, errors, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            Entrance entrance, Place place, Posted posted, Map<String, String> errors, Locale locale) {
        var view = words.page("registration/group-person", entrance, locale);
        form.draw(view, entrance.conference(), place, Filler.OTHER, posted, locale);
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
