package org.plenary.papers.committee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.committee.ReviewerInput.SeatInput;
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

/** Whom the chairs ask to review, and what came of it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewers")
class ReviewersPages {
    private static final Pattern LINE = Pattern.compile("reviewers\\.(\\d+)\\.\\w+");

    private final ConferenceApi conferences;
    private final Reviewers reviewers;
    private final Committee committee;
    private final CommitteeWords words;

    ReviewersPages(ConferenceApi conferences, Reviewers reviewers, Committee committee, CommitteeWords words) {
        this.conferences = conferences;
        this.reviewers = reviewers;
        this.committee = committee;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var chosen = CommitteeWords.standing(status);
        var rows = reviewers.list(found.id(), chosen, after, Page.DEFAULT_LIMIT + 1);
        var page = Page.of(rows, Page.DEFAULT_LIMIT, reviewer -> reviewer.id().toString());
        var here = base(found) + "?status=" + (chosen == null ? "" : chosen.code());
        var counts = reviewers.counts(found.id());
        return new ModelAndView("papers/reviewers")
                .addObject("slug", found.slug())
                .addObject("reviewers", page.items())
                .addObject("chips", words.chips(found, chosen, counts, locale))
                .addObject("waiting", counts.getOrDefault(Reviewer.Standing.ASKED.code(), 0L))
                .addObject("first", after == null ? null : here)
                .addObject("next", page.next() == null ? null : here + "&after=" + page.next());
    }

    @GetMapping("/new")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView blank(@PathVariable String conference, Locale locale) {
        var form = Posted.empty().set("language", locale.toLanguageTag()).set("most", SeatInput.DEFAULT_MOST);
        return form(conferences.bySlug(conference), form, locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView ask(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var seat = seat(posted);
            posted.throwIfWrong();
            var people = ReviewerLines.read(posted.get("people"), Languages.nearest(posted.get("language")), seat);
            var asked = committee.ask(found, people);
            redirect.addFlashAttribute(
                    "flash", words.phrases().done("papers.reviewer.asked", locale, asked.asked(), asked.there()));
        } catch (Problem.InvalidInput e) {
            var page = form(found, posted, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("fieldErrors", onLines(words.phrases().errors(e, locale), locale));
        }
        return new ModelAndView("redirect:" + base(found));
    }

    @PostMapping("/reminder")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remind(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        var count = committee.remind(found);
        redirect.addFlashAttribute("flash", words.phrases().done("papers.reviewer.reminded", locale, count));
        return new ModelAndView("redirect:" + base(found));
    }

    private ModelAndView form(ConferenceView conference, Posted form, Locale locale) {
        return new ModelAndView("papers/reviewer-new")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("languages", Choice.languages())
                .addObject("tracks", words.tracks(conference, locale))
                .addObject("most", Committee.MOST_AT_ONCE);
    }

    static SeatInput seat(Posted posted) {
        return new SeatInput(
                posted.isOn("senior"),
                List.copyOf(posted.all("tracks")),
                posted.integer("least"),
                posted.integer("most"));
    }

    /** What is wrong with a person stands beside the lines, with the number of theirs; what is wrong with the seats once. */
    private Map<String, String> onLines(Map<String, String> errors, Locale locale) {
        var shown = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> {
            var line = LINE.matcher(field);
            if (field.equals("reviewers")) shown.put("people", message);
            else if (!line.matches()) shown.putIfAbsent(field, message);
            else if (field.matches(".*\\.(least|most|tracks)"))
                shown.putIfAbsent(field.substring(field.lastIndexOf('.') + 1), message);
            else
                shown.putIfAbsent(
                        "people",
                        words.phrases()
                                .text("papers.reviewer.line", locale, Integer.parseInt(line.group(1)) + 1, message));
        });
        return shown;
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/reviewers";
    }
}
