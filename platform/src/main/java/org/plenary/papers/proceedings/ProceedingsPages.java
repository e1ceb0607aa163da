package org.plenary.papers.proceedings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.papers.call.Calls;
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

/** Where the chairs order the volume, have its PDF made, publish it and take it back. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/proceedings")
class ProceedingsPages {
    private static final int REFRESH_SECONDS = 3;

    private final ConferenceApi conferences;
    private final Seen seen;
    private final PublishingVolume publishing;
    private final VolumeOrder order;
    private final MessageSource messages;

    ProceedingsPages(
            ConferenceApi conferences,
            Seen seen,
            PublishingVolume publishing,
            VolumeOrder order,
            MessageSource messages) {
        this.conferences = conferences;
        this.seen = seen;
        this.publishing = publishing;
        this.order = order;
        this.messages = messages;
    }

    /** What the page tells. */
    @Component
    record Seen(Volumes volumes, VolumeRuns runs, PublishedPapers published, Calls calls) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String after, Locale locale) {
        var found = conferences.bySlug(conference);
        var from = VolumeFiles.number(after);
        var rows = order.list(found.id(), from, Page.DEFAULT_LIMIT + 1);
        var page = Page.of(rows, Page.DEFAULT_LIMIT, entry -> String.valueOf(entry.place()));
        var own = own(found);
        var state = seen.volumes().of(found);
        var run = seen.runs().newest(found.id()).orElse(null);
        var call = seen.calls().find(found.id()).orElse(null);
        var names = new HashMap<String, String>();
        if (call != null)
            call.tracks().forEach(track -> names.put(track.key(), track.name().in(locale)));
        var view = new ModelAndView("papers/proceedings")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("state", state)
                .addObject("volumeTitle", state.volume().titleIn(locale))
                .addObject("size", order.size(found.id()))
                .addObject("run", run)
                .addObject("made", seen.runs().newestDone(found.id()).orElse(null))
                .addObject("isCurrent", publishing.isCurrent(found))
                .addObject("isWhole", !state.isPublished() || seen.published().isWhole(found.id()))
                .addObject("entries", page.items())
                .addObject("trackNames", names)
                .addObject("after", from)
                .addObject("first", from == 0 ? null : own)
                .addObject("next", page.next() == null ? null : own + "?after=" + page.next());
        if (run != null && run.isRunning()) view.addObject("refreshSeconds", REFRESH_SECONDS);
        return view;
    }

    @PostMapping("/order")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView move(
            @PathVariable String conference,
            @RequestParam int paper,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String after,
            RedirectAttributes redirect,
            Locale locale) {
        if (!to.equals("up") && !to.equals("down")) throw new Problem.InvalidInput("/to", "choice", "One of up, down.");
        var from = VolumeFiles.number(after);
        return act(
                conference,
                redirect,
                locale,
                null,
                from == 0 ? "" : "?after=" + from,
                found -> publishing.move(found, paper, to.equals("up")));
    }

    @PostMapping("/runs")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView make(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        return act(conference, redirect, locale, null, "", publishing::make);
    }

    @GetMapping("/publication")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView confirm(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var state = seen.volumes().of(found);
        return new ModelAndView(
                "papers/proceedings-publication",
                Map.of(
                        "slug", found.slug(),
                        "state", state,
                        "volumeTitle", state.volume().titleIn(locale),
                        "size", order.size(found.id())));
    }

    /** @param published {@code true}, or {@code false} to take it back */
    @PostMapping("/publication")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView publish(
            @PathVariable String conference,
            @RequestParam boolean published,
            RedirectAttributes redirect,
            Locale locale) {
        return published
                ? act(conference, redirect, locale, "papers.volume.now-published", "", publishing::publish)
                : act(conference, redirect, locale, "papers.volume.now-hidden", "", publishing::takeBack);
    }

    private ModelAndView act(
            String conference,
            RedirectAttributes redirect,
            Locale locale,
            @Nullable String done,
            String query,
            Consumer<ConferenceView> work) {
        var found = conferences.bySlug(conference);
        try {
            work.accept(found);
            if (done != null) redirect.addFlashAttribute("flash", Flash.success(text(done, locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("violation." + e.code(), locale)));
        }
        return new ModelAndView("redirect:" + own(found) + query);
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }

    private static String own(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/proceedings";
    }
}
