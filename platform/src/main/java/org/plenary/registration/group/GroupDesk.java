package org.plenary.registration.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.registration.fee.Fees;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a group: who has which place, and whose names are missing. Its coordinator and staff do the same there. */
abstract class GroupDesk {
    private final Entrance.Door door;
    private final PlaceRows places;
    private final PlaceInviting inviting;
    private final PlaceLinks links;
    private final DeskWords words;

    GroupDesk(Entrance.Door door, PlaceRows places, PlaceInviting inviting, PlaceLinks links, DeskWords words) {
        this.door = door;
        this.places = places;
        this.inviting = inviting;
        this.links = links;
        this.words = words;
    }

    abstract boolean isStaff();

    @Controller
    @TenantHost
    @Public
    @RequestMapping("/c/{conference}/groups/{code}")
    static class OfCoordinators extends GroupDesk {
        OfCoordinators(
                Entrance.Door door, PlaceRows places, PlaceInviting inviting, PlaceLinks links, DeskWords words) {
            super(door, places, inviting, links, words);
        }

        @Override
        boolean isStaff() {
            return false;
        }
    }

    @Controller
    @TenantHost
    @Requires(Permission.REGISTRATION_WRITE)
    @RequestMapping("/manage/conferences/{conference}/groups/{code}")
    static class OfStaff extends GroupDesk {
        OfStaff(Entrance.Door door, PlaceRows places, PlaceInviting inviting, PlaceLinks links, DeskWords words) {
            super(door, places, inviting, links, words);
        }

        @Override
        boolean isStaff() {
            return true;
        }
    }

    /** @param link just made for this place; @param error of the address that was typed for it */
    record Row(
            Place place,
            String fee,
            @Nullable String link,
            @Nullable String email,
            @Nullable String error) {}

    /** What happened to one place just now. */
    private record Touched(
            @Nullable UUID place,
            @Nullable String link,
            @Nullable String email,
            @Nullable String error) {
        static final Touched NOTHING = new Touched(null, null, null, null);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var entrance = door.open(conference, code, secret, isStaff());
        words.seen(entrance, Way.PAGE, places.named(entrance.group().order().id()));
        return page(entrance, Touched.NOTHING, locale);
    }

    /** Sends the link of a place to somebody. */
    @PostMapping("/invitations")
    ModelAndView invite(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            RedirectAttributes redirect) {
        var entrance = door.open(conference, code, secret, isStaff());
        try {
            inviting.invite(entrance.conference(), entrance.group(), required(place), email, isStaff());
            redirect.addFlashAttribute("flash", words.success("registration.group.sent", locale, email.strip()));
        } catch (Problem.InvalidInput e) {
            var view = page(entrance, new Touched(place, null, email, words.of(e, locale)), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        } catch (Problem.Conflict | Problem.TooMany e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.of(e, locale)));
        }
        return back(entrance, place);
    }

    /** A new link to copy: only its hash is kept, so it is shown this once. */
    @PostMapping("/links")
    ModelAndView link(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable UUID place,
            Locale locale,
            RedirectAttributes redirect) {
        var entrance = door.open(conference, code, secret, isStaff());
        try {
            var free = inviting.requireFree(entrance.conference(), entrance.group(), required(place));
            var made = links.make(entrance.conference(), free.id()).toString();
            return page(entrance, new Touched(free.id(), made, null, null), locale);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.of(e, locale)));
            return back(entrance, place);
        }
    }

    @PostMapping("/reminders")
    ModelAndView remind(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var entrance = door.open(conference, code, secret, isStaff());
        try {
            var done = inviting.remindAll(entrance.conference(), entrance.group(), isStaff());
            redirect.addFlashAttribute(
                    "flash", words.success("registration.group.reminded", locale, done.reminded(), done.unknown()));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.of(e, locale)));
        } catch (Problem.TooMany e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("registration.group.reminded-often", locale)));
        }
        return back(entrance, null);
    }

    private static UUID required(@Nullable UUID place) {
        if (place == null) throw new Problem.NotFound("This place");
        return place;
    }

    private static ModelAndView back(Entrance entrance, @Nullable UUID place) {
        return new ModelAndView("redirect:" + entrance.path("") + (place == null ? "" : "#place-" + place));
    }

    private ModelAndView page(Entrance entrance, Touched touched, Locale locale) {
        var names = words.fees(entrance, locale);
        var rows = new ArrayList<Row>();
        for (var place : places.of(entrance.group().order().id())) {
            var isTouched = place.id().equals(touched.place());
            rows.add(new Row(
                    place,
                    names.getOrDefault(place.fee(), place.fee()),
                    isTouched ? touched.link() : null,
                    isTouched && touched.email() != null ? touched.email() : place.sentTo(),
                    isTouched ? touched.error() : null));
        }
        var live = rows.stream().map(Row::place).filter(Place::isLive).toList();
        var named = live.stream().filter(Place::isNamed).count();
        return words.page("registration/group", entrance, locale)
                .addObject("rows", rows)
                .addObject("live", live.size())
                .addObject("named", named)
                .addObject("missing", live.size() - named);
    }

    /** What all pages of groups have, and the words for what was done on them. */
    @Component
    static class DeskWords {
        private final Fees fees;
        private final PageErrors errors;
        private final MessageSource messages;
        private final AccessLog log;

        DeskWords(Fees fees, PageErrors errors, MessageSource messages, AccessLog log) {
            this.fees = fees;
            this.errors = errors;
            this.messages = messages;
            this.log = log;
        }

        /** A coordinator sees people they named themselves; only what staff see is written down. */
        void seen(Entrance entrance, Way way, long people) {
            if (entrance.isStaff() && people > 0)
                log.record(Seen.one(
                        entrance.conference().id(),
                        way,
                        "group",
                        entrance.group().order().id(),
                        people));
        }

        ModelAndView page(String template, Entrance entrance, Locale locale) {
            return new ModelAndView(template)
                    .addObject("slug", entrance.conference().slug())
                    .addObject("name", entrance.conference().name().in(locale))
                    .addObject("zone", entrance.conference().timeZone())
                    .addObject("desk", entrance)
                    .addObject("order", entrance.group().order())
                    .addObject("organization", entrance.group().organization())
                    .addObject("until", entrance.rules().lastDay(entrance.conference()));
        }

        java.util.Map<String, String> fees(Entrance entrance, Locale locale) {
            return fees.all(entrance.conference().id()).stream()
                    .collect(
                            Collectors.toMap(fee -> fee.key(), fee -> fee.name().in(locale)));
        }

        java.util.Map<String, String> errors(Problem problem, Locale locale) {
            return errors.of(problem, locale);
        }

        String of(Problem problem, Locale locale) {
            return List.copyOf(errors.of(problem, locale).values()).getFirst();
        }

        Flash success(String key, Locale locale, Object... arguments) {
            return Flash.success(text(key, locale, arguments));
        }

        String text(String key, Locale locale, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }
}
