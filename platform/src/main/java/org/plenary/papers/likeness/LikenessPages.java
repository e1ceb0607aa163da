package org.plenary.papers.likeness;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.CsvAnswer;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pairs of a conference, the most alike first, and those of one of its papers. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers")
@Requires(Permission.PAPERS_READ)
class LikenessPages {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 1_000;
    private static final List<String> STANDINGS = List.of("open", "concern", "fine");
    private static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "other_conference",
            "other_number",
            "other_title",
            "percent_of_this",
            "percent_of_other",
            "words",
            "same_title",
            "authors",
            "standing",
            "reason");

    private final ConferenceApi conferences;
    private final Papers papers;
    private final PairBoard board;
    private final Phrases phrases;

    LikenessPages(ConferenceApi conferences, Papers papers, PairBoard board, Phrases phrases) {
        this.conferences = conferences;
        this.papers = papers;
        this.board = board;
        this.phrases = phrases;
    }

    /** @param show {@code open}, {@code concern} or {@code fine}; anything else shows all */
    @GetMapping("/likeness")
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, null, show, page, locale);
    }

    @GetMapping("/{number:\\d+}/likeness")
    ModelAndView ofPaper(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = papers.byNumber(found.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        return page(found, paper, show, page, locale);
    }

    @GetMapping("/likeness/export")
    void export(@PathVariable String conference, Locale locale, HttpServletResponse response) throws IOException {
        var found = conferences.bySlug(conference);
        var filter = board.filter(found.id(), null, "");
        var offset = new AtomicInteger();
        CsvAnswer.write(
                response,
                "similar-papers-" + found.slug() + ".csv",
                COLUMNS,
                _ -> board.lines(filter, offset.getAndAdd(CsvAnswer.ROWS_AT_ONCE), CsvAnswer.ROWS_AT_ONCE),
                PairBoard.Line::id,
                line -> cells(line, found, locale));
    }

    private static List<String> cells(PairBoard.Line line, ConferenceView here, Locale locale) {
        var other = line.other();
        var there = line.conference() == null ? here : line.conference();
        var ruling = line.pair().ruling();
        return List.of(
                String.valueOf(line.own().number()),
                line.own().content().title(),
                other == null ? "" : there.name().in(locale),
                other == null ? "" : String.valueOf(other.number()),
                other == null ? "" : other.content().title(),
                String.valueOf(line.ofOwn()),
                String.valueOf(line.ofOther()),
                String.valueOf(line.likeness().words()),
                String.valueOf(line.likeness().sameTitle()),
                line.authorsCode(),
                line.standing(),
                ruling == null ? "" : ruling.reason());
    }

    private ModelAndView page(
            ConferenceView conference, @Nullable Paper paper, String show, int wanted, Locale locale) {
        var papersPage = "/manage/conferences/" + conference.slug() + "/papers";
        var own = papersPage + (paper == null ? "" : "/" + paper.number()) + "/likeness";
        var shown = STANDINGS.contains(show) ? show : "";
        var filter = board.filter(conference.id(), paper == null ? null : paper.id(), shown);
        var page = Math.clamp(wanted, 1, MOST_PAGES);
        var lines = board.lines(filter, (page - 1) * PAGE, PAGE + 1);
        var address = own + "?show=" + shown + "&page=";
        return new ModelAndView("papers/likeness")
                .addObject("slug", conference.slug())
                .addObject("paper", paper)
                .addObject("percent", filter.percent())
                .addObject("chips", chips(filter, own, locale))
                .addObject("lines", lines.stream().limit(PAGE).toList())
                .addObject("first", page > 1 ? address + 1 : null)
                .addObject("next", lines.size() > PAGE && page < MOST_PAGES ? address + (page + 1) : null);
    }

    private List<Chip> chips(PairFilter filter, String own, Locale locale) {
        var chips = new ArrayList<Chip>();
        for (var standing : STANDINGS) {
            var isOn = standing.equals(filter.show());
            var count = board.count(filter.showing(standing));
            if (count > 0 || isOn)
                chips.add(new Chip(
                        isOn ? own : own + "?show=" + standing,
                        phrases.text("papers.likeness.is-" + standing, locale),
                        isOn,
                        count));
        }
        return chips;
    }
}
