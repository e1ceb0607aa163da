package org.plenary.papers.relief;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.review.OpinionForm;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.Reviewing;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a reviewer who is asked to step in says yes or no. Whoever begins to write has said yes. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
@RequestMapping("/review/{conference}/papers/{number}/emergency")
class ReliefOfferPages {
    private final ReviewerDesks desks;
    private final Reviewing reviewing;
    private final Rescuing rescuing;
    private final Offers offers;
    private final Phrases phrases;

    ReliefOfferPages(ReviewerDesks desks, Reviewing reviewing, Rescuing rescuing, Offers offers, Phrases phrases) {
        this.desks = desks;
        this.reviewing = reviewing;
        this.rescuing = rescuing;
        this.offers = offers;
        this.phrases = phrases;
    }

    /** What is asked, of which paper, until when. */
    @Component
    record Offers(Reliefs reliefs, ReviewDates dates, OpinionForm form) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var desk = desks.own(conference);
        return page(desk, open(desk, number), locale);
    }

    /** @param answer {@code yes} or {@code no} */
    @PostMapping
    ModelAndView answer(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var opened = open(desk, number);
        try {
            switch (answer) {
                case "yes" -> rescuing.accept(opened.own());
                case "no" ->
                    reviewing.giveBack(
                            opened,
                            reason == null || reason.isBlank()
                                    ? phrases.text("papers.relief.no-time", locale)
                                    : reason);
                default -> throw new Problem.InvalidInput("/answer", "choice", "One of yes, no.");
            }
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return phrases.refused(page(desk, opened, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.relief.done-" + answer, locale));
        var slug = desk.conference().slug();
        return new ModelAndView(
                answer.equals("yes") ? "redirect:/review/" + slug + "/papers/" + number : "redirect:/review/" + slug);
    }

    /** @throws Problem.NotFound for who was given the paper in the usual way */
    private Reviewing.Opened open(Desk desk, int number) {
        var opened = reviewing.open(desk, number);
        if (offers.reliefs().of(opened.own().id()).isEmpty()) throw new Problem.NotFound("This page");
        return opened;
    }

    private ModelAndView page(Desk desk, Reviewing.Opened opened, Locale locale) {
        var conference = desk.conference();
        var own = opened.own();
        var due = offers.dates().of(List.of(own.id())).get(own.id());
        var isAccepted = own.standing() != Review.Standing.GIVEN
                || offers.reliefs()
                        .of(own.id())
                        .filter(relief -> relief.acceptedAt() != null)
                        .isPresent();
        return offers.form()
                .paper(new ModelAndView("papers/relief"), conference, opened.paper(), locale)
                .addObject("accepted", isAccepted)
                .addObject(
                        "due",
                        due == null ? "" : ReviewDates.at(conference, due).toString());
    }
}
