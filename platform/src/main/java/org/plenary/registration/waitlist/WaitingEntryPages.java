package org.plenary.registration.waitlist;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of somebody who waits, opened by its secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/waiting-list")
class WaitingEntryPages {
    private final ConferenceApi conferences;
    private final EntryQueries queries;
    private final WaitingLists lists;
    private final EntryActions actions;
    private final Clock clock;

    WaitingEntryPages(
            ConferenceApi conferences, EntryQueries queries, WaitingLists lists, EntryActions actions, Clock clock) {
        this.conferences = conferences;
        this.queries = queries;
        this.lists = lists;
        this.actions = actions;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, secret, false);
        var settings = lists.settings(found.id());
        return new ModelAndView("registration/waiting-entry")
                .addObject("slug", conference)
                .addObject("name", found.name().in(locale))
                .addObject("zone", found.timeZone())
                .addObject("secret", secret)
                .addObject("entry", EntryView.of(entry, queries.position(entry)))
                .addObject("hours", settings.offerHours())
                .addObject("lastDay", settings.lastDay(found))
                .addObject("mayWishMore", settings.isOpen() && entry.mayHaveAnotherWish())
                .addObject("mayComeBack", settings.isOpen() && Leaving.mayComeBack(entry, clock));
    }

    /** Nothing that a stranger may not know: who waits is told by mail. */
    @GetMapping("/already-waiting")
    ModelAndView already(@PathVariable String conference, Locale locale) {
        var found = conferences.visible(conference);
        return new ModelAndView("registration/waiting-already")
                .addObject("slug", conference)
                .addObject("name", found.name().in(locale));
    }

    @PostMapping("/{id}/departure")
    String leave(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, secret, false);
        var undo = "/c/" + conference + "/waiting-list/" + entry.id() + "/return?secret=" + secret;
        redirect.addFlashAttribute("flash", actions.leave(found, entry, undo, locale));
        return back(conference, entry, secret, redirect);
    }

    @PostMapping("/{id}/return")
    String comeBack(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, secret, false);
        redirect.addFlashAttribute("flash", actions.comeBack(found, entry, locale));
        return back(conference, entry, secret, redirect);
    }

    @PostMapping("/{id}/acceptance")
    String accept(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, secret, false);
        try {
            return "redirect:" + actions.accept(found, entry);
        } catch (Problem.Conflict | Problem.Unavailable e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
            return back(conference, entry, secret, redirect);
        }
    }

    @GetMapping("/{id}/refusal")
    ModelAndView askWhetherToDecline(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return show(conference, id, secret, locale).addObject("declining", true);
    }

    @PostMapping("/{id}/refusal")
    String decline(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, secret, false);
        redirect.addFlashAttribute("flash", actions.decline(found, entry, locale));
        return back(conference, entry, secret, redirect);
    }

    private static String back(String slug, Entry entry, String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return "redirect:/c/" + slug + "/waiting-list/" + entry.id();
    }

    /** What people do with their entries, with the words for it. */
    @Component
    static class EntryActions {
        private final Answering answering;
        private final Leaving leaving;
        private final PageErrors errors;
        private final MessageSource messages;

        EntryActions(Answering answering, Leaving leaving, PageErrors errors, MessageSource messages) {
            this.answering = answering;
            this.leaving = leaving;
            this.errors = errors;
            this.messages = messages;
        }

        String accept(ConferenceView conference, Entry entry) {
            return answering.accept(conference, entry).toString();
        }

        Flash leave(ConferenceView conference, Entry entry, String undo, Locale locale) {
            try {
                leaving.leave(conference.id(), entry.id());
                return Flash.undoable(text("registration.waiting.left", locale), undo);
            } catch (Problem.Conflict e) {
                return failure(e, locale);
            }
        }

        Flash comeBack(ConferenceView conference, Entry entry, Locale locale) {
            try {
                leaving.comeBack(conference, entry.id());
                return Flash.success(text("registration.waiting.back", locale));
            } catch (Problem.Conflict e) {
                return failure(e, locale);
            }
        }

        Flash decline(ConferenceView conference, Entry entry, Locale locale) {
            try {
                if (entry.state() != State.OFFERED) throw Queue.notWaiting();
                answering.giveUp(conference, entry.id());
                return Flash.success(text("registration.waiting.declined", locale));
            } catch (Problem.Conflict | Problem.Unavailable e) {
                return failure(e, locale);
            }
        }

        Flash failure(Problem problem, Locale locale) {
            return Flash.failure(errors.of(problem, locale).values().iterator().next());
        }

        private String text(String key, Locale locale) {
            return messages.getMessage(key, null, locale);
        }
    }
}
