package org.plenary.papers.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
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

/** The tracks of a call, each with its topics and its chairs (CFP-01). */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/call/tracks")
class TrackPages {
    private final ConferenceApi conferences;
    private final TrackEditing editing;
    private final TrackCards cards;

    TrackPages(ConferenceApi conferences, TrackEditing editing, TrackCards cards) {
        this.conferences = conferences;
        this.editing = editing;
        this.cards = cards;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("papers/tracks")
                .addObject("slug", found.slug())
                .addObject("isNew", editing.current(found) == null)
                .addObject("tracks", cards.of(found, editing.tracks(found), locale));
    }

    @GetMapping("/new")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView blank(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return form(found, null, Posted.empty(), Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView create(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        return save(conferences.bySlug(conference), null, new Posted(sent), redirect, locale);
    }

    @GetMapping("/{track}")
    @Requires(Permission.PAPERS_READ)
    ModelAndView edit(@PathVariable String conference, @PathVariable String track, Locale locale) {
        var found = conferences.bySlug(conference);
        return form(found, track, editing.filled(found, track), Map.of(), locale);
    }

    @PostMapping("/{track}")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String track,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        return save(conferences.bySlug(conference), track, new Posted(sent), redirect, locale);
    }

    @PostMapping("/{track}/order")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView move(@PathVariable String conference, @PathVariable String track, @RequestParam int by) {
        editing.move(conferences.bySlug(conference), track, Integer.signum(by));
        return back(conference);
    }

    @GetMapping("/{track}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String track, Locale locale) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("papers/track-removal")
                .addObject("slug", found.slug())
                .addObject(
                        "track",
                        cards.of(found, List.of(editing.track(found, track)), locale)
                                .getFirst());
    }

    @PostMapping("/{track}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remove(
            @PathVariable String conference, @PathVariable String track, RedirectAttributes redirect, Locale locale) {
        editing.remove(conferences.bySlug(conference), track);
        redirect.addFlashAttribute("flash", cards.done("papers.track.removed", locale));
        return back(conference);
    }

    private ModelAndView save(
            ConferenceView conference,
            @Nullable String track,
            Posted posted,
            RedirectAttributes redirect,
            Locale locale) {
        if (posted.has("update")) {
            TopicFields.ROWS.update(posted, posted.get("update"));
            return form(conference, track, posted, Map.of(), locale);
        }
        var edit = editing.read(conference, track, posted);
        try {
            editing.save(conference, edit, posted.ifMatch());
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var page = form(conference, track, posted, edit.onFields(cards.errors(e, locale)), locale);
            page.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", cards.done("papers.track.saved", locale));
        return back(conference.slug());
    }

    private ModelAndView form(
            ConferenceView conference, @Nullable String track, Posted form, Map<String, String> said, Locale locale) {
        var page = new ModelAndView("papers/track")
                .addObject("slug", conference.slug())
                .addObject("key", track)
                .addObject("form", form)
                .addObject("version", form.has("version") ? form.get("version") : editing.version(conference))
                .addObject("staff", cards.staff(conference, form.all("chairs")))
                .addObject("levels", cards.levels(locale))
                .addObject("rows", TopicFields.ROWS.drawn(form));
        if (!said.isEmpty()) page.addObject("fieldErrors", said);
        return page;
    }

    private static ModelAndView back(String slug) {
        return new ModelAndView("redirect:/manage/conferences/" + slug + "/papers/call/tracks");
    }
}
