package org.plenary.papers.review;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.inspection.BlindCopies;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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

/** A paper before its reviewer: to read, to review, to give back, and to talk about once the review is handed in. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
@RequestMapping("/review/{conference}/papers/{number}")
class ReviewPages {
    private final ReviewerDesks desks;
    private final Reviewing reviewing;
    private final Discussing discussing;
    private final PaperTalk talk;
    private final Parts parts;

    ReviewPages(ReviewerDesks desks, Reviewing reviewing, Discussing discussing, PaperTalk talk, Parts parts) {
        this.desks = desks;
        this.reviewing = reviewing;
        this.discussing = discussing;
        this.talk = talk;
        this.parts = parts;
    }

    /** What the page is made of besides. */
    @Component
    record Parts(OpinionForm form, Phrases phrases, BlindCopies copies, List<ReviewPart> more) {
        List<ReviewPart.Line> lines(Desk desk, Review own, Locale locale) {
            return more.stream()
                    .flatMap(part -> part.forReviewer(desk.conference(), own, locale).stream())
                    .toList();
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        return page(desk, opened, filled(desk, opened.own()), locale);
    }

    /** @param action {@code submit} hands it in; anything else keeps it as a draft */
    @PostMapping
    ModelAndView write(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "draft") String action,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        var posted = new Posted(sent);
        var submit = action.equals("submit");
        try {
            var input = parts.form().read(desk.conference(), posted);
            var before = opened.own().isSubmitted();
            reviewing.write(desk, opened, input, submit);
            var said = submit && !before ? "submitted" : before ? "changed" : "kept";
            redirect.addFlashAttribute("flash", parts.phrases().done("papers.review." + said, locale));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return parts.phrases().refused(page(desk, opened, posted, locale), e, locale);
        }
        return back(desk, number);
    }

    @PostMapping("/return")
    ModelAndView giveBack(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        try {
            reviewing.giveBack(opened, reason);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = page(desk, opened, filled(desk, opened.own()), locale).addObject("reason", reason);
            return parts.phrases().refused(page, e, locale);
        }
        redirect.addFlashAttribute("flash", parts.phrases().done("papers.review.returned", locale));
        return new ModelAndView("redirect:/review/" + desk.conference().slug());
    }

    /** @param audience {@code chairs} says it to the chairs alone */
    @PostMapping("/comments")
    ModelAndView comment(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "reviewers") String audience,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        try {
            discussing.asReviewer(opened, text, audience.equals("chairs"));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = page(desk, opened, filled(desk, opened.own()), locale).addObject("text", text);
            return parts.phrases().refused(page, e, locale);
        }
        redirect.addFlashAttribute("flash", parts.phrases().done("papers.review.said", locale));
        return back(desk, number);
    }

    @GetMapping("/file")
    ResponseEntity<Resource> file(@PathVariable String conference, @PathVariable int number) {
        return parts.copies()
                .download(reviewing.open(desks.own(conference), number).paper());
    }

    private ModelAndView page(Desk desk, Reviewing.Opened opened, Posted form, Locale locale) {
        var page = new ModelAndView("papers/review");
        parts.form().paper(page, desk.conference(), opened.paper(), locale);
        parts.form().draw(page, desk.conference(), opened.paper(), form, locale);
        page.addObject("own", opened.own())
                .addObject(
                        "number",
                        talk.numberOf(opened.paper().id(), desk.reviewer().id()))
                .addObject("earlier", talk.earlier(opened.own(), locale))
                .addObject("shared", opened.isShared())
                .addObject("more", parts.lines(desk, opened.own(), locale));
        if (opened.isShared())
            page.addObject(
                    "talk",
                    talk.forReviewer(opened.paper().id(), desk.reviewer().id(), locale));
        return page;
    }

    private Posted filled(Desk desk, Review own) {
        return parts.form().filled(desk.conference(), own.opinion(), own.version());
    }

    private static ModelAndView back(Desk desk, int number) {
        return new ModelAndView("redirect:/review/" + desk.conference().slug() + "/papers/" + number);
    }
}
