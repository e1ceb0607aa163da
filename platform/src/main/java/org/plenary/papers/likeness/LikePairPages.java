package org.plenary.papers.likeness;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two papers side by side, and what the chairs say of them. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/likeness/{pair}")
class LikePairPages {
    private final ConferenceApi conferences;
    private final PairBoard board;
    private final PassageReading reading;
    private final LikenessRuling ruling;
    private final Phrases phrases;

    LikePairPages(
            ConferenceApi conferences,
            PairBoard board,
            PassageReading reading,
            LikenessRuling ruling,
            Phrases phrases) {
        this.conferences = conferences;
        this.board = board;
        this.reading = reading;
        this.ruling = ruling;
        this.phrases = phrases;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable UUID pair, Locale locale) {
        return page(conferences.bySlug(conference), pair, Posted.empty(), locale);
    }

    /** Has both files read again. */
    @PostMapping("/passages")
    @Requires(Permission.PAPERS_READ)
    String read(@PathVariable String conference, @PathVariable UUID pair) {
        var found = conferences.bySlug(conference);
        var line = board.line(found.id(), pair);
        if (line.other() != null) reading.ask(pair);
        return "redirect:" + address(found, pair);
    }

    @PostMapping("/ruling")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView rule(
            @PathVariable String conference,
            @PathVariable UUID pair,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            ruling.rule(found, board.line(found.id(), pair), posted.get("verdict"), posted.text("reason"));
        } catch (Problem.InvalidInput e) {
            return phrases.refused(page(found, pair, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.likeness.ruled", locale));
        return new ModelAndView("redirect:" + address(found, pair));
    }

    @PostMapping("/ruling/removal")
    @Requires(Permission.PAPERS_WRITE)
    String takeBack(
            @PathVariable String conference, @PathVariable UUID pair, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        ruling.takeBack(found, board.line(found.id(), pair));
        redirect.addFlashAttribute("flash", phrases.done("papers.likeness.taken-back", locale));
        return "redirect:" + address(found, pair);
    }

    /** A passage with this conference's paper on the left. */
    record Beside(List<Passages.Piece> left, List<Passages.Piece> right, int words) {}

    private ModelAndView page(ConferenceView conference, UUID id, Posted form, Locale locale) {
        var line = board.line(conference.id(), id);
        var other = line.other();
        var there = line.conference() == null ? conference : line.conference();
        return new ModelAndView("papers/like-pair")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("line", line)
                .addObject("there", other == null ? null : there.slug())
                .addObject(
                        "thereName",
                        line.conference() == null
                                ? null
                                : line.conference().name().in(locale))
                .addObject("ruling", line.pair().ruling())
                .addObject(
                        "briefs",
                        other == null
                                ? null
                                : Passages.whole(
                                        line.own().content().summary(),
                                        other.content().summary()))
                .addObject("files", other != null && line.own().file() != null && other.file() != null)
                .addObject("passages", other == null ? null : beside(line))
                .addObject("asked", line.pair().asked())
                .addObject("verdicts", verdicts(locale))
                .addObject("form", form);
    }

    private static @Nullable List<Beside> beside(PairBoard.Line line) {
        var passages = line.pair().passages();
        if (passages == null) return null;
        var isFirst = line.pair().first().equals(line.own().id());
        return passages.stream()
                .map(one -> isFirst
                        ? new Beside(one.left(), one.right(), one.words())
                        : new Beside(one.right(), one.left(), one.words()))
                .toList();
    }

    private List<Choice> verdicts(Locale locale) {
        return List.of(
                new Choice("fine", phrases.text("papers.likeness.is-fine", locale)),
                new Choice("concern", phrases.text("papers.likeness.is-concern", locale)));
    }

    private static String address(ConferenceView conference, UUID pair) {
        return "/manage/conferences/" + conference.slug() + "/papers/likeness/" + pair;
    }
}
