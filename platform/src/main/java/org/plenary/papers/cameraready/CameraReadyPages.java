package org.plenary.papers.cameraready;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.StateList;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editors' list of final versions: how far each is, and several approved at once. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/camera-ready")
class CameraReadyPages {
    private final ConferenceApi conferences;
    private final Around around;
    private final FinalList list;
    private final CheckingFinals checking;
    private final Phrases words;

    CameraReadyPages(ConferenceApi conferences, Around around, FinalList list, CheckingFinals checking, Phrases words) {
        this.conferences = conferences;
        this.around = around;
        this.list = list;
        this.checking = checking;
        this.words = words;
    }

    @Component
    record Around(
            Windows windows, CameraReadyPlans plans, CopyrightForms forms, Papers papers, MessageSource messages) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    String show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var found = conferences.bySlug(conference);
        var path = "/manage/conferences/" + found.slug() + "/papers/camera-ready";
        var states = new StateList<>(path, "papers.camera", FinalStanding.class, FinalStanding::code);
        var asked = states.asked(state);
        var rows = list.list(found.id(), asked, after(after), Page.DEFAULT_LIMIT + 1);
        var page = Page.of(rows, Page.DEFAULT_LIMIT, row -> String.valueOf(row.number()));
        var counts = list.counts(found.id());
        states.show(model, asked, page, after, states.chips(asked, counts, around.messages(), locale));
        model.addAttribute("slug", found.slug());
        model.addAttribute("zone", found.timeZone());
        model.addAttribute("papers", page.items());
        model.addAttribute(
                "mayApprove",
                page.items().stream().anyMatch(row -> row.standing().equals("waiting")));
        for (var each : FinalStanding.values()) model.addAttribute(each.code(), counts.getOrDefault(each, 0L));
        model.addAttribute("lines", around.plans().of(found.id()).size());
        model.addAttribute("hasForm", around.forms().newest(found.id()).isPresent());
        model.addAttribute("until", around.windows().cameraReady(found).orElse(null));
        return "papers/camera-list";
    }

    @PostMapping("/approval")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView approve(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable List<Integer> papers,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var chosen = papers == null
                ? List.<Integer>of()
                : papers.stream().limit(Page.MAXIMUM_LIMIT).toList();
        try {
            var count = checking.approveAll(found, around.papers().byNumbers(found.id(), chosen));
            redirect.addFlashAttribute(
                    "flash", words.done("papers.camera.approved-all", locale, count, chosen.size() - count));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("violation." + e.code(), locale)));
        }
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/camera-ready");
    }

    /** @throws Problem.NotFound for what is no number of a paper */
    private static int after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) return 0;
        if (!cursor.matches("\\d{1,9}")) throw new Problem.NotFound("The page");
        return Integer.parseInt(cursor);
    }
}
