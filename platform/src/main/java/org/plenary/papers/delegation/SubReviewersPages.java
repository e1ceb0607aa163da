package org.plenary.papers.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.ReviewSecrecy;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
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

/** Who writes for reviewers, before the chairs, who say whether anybody may. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewing")
class SubReviewersPages {
    private static final int PAGE = 50;

    private final ConferenceApi conferences;
    private final DelegationRules rules;
    private final Requests requests;
    private final Acknowledgement acknowledgement;
    private final DelegationWords words;

    SubReviewersPages(
            ConferenceApi conferences,
            DelegationRules rules,
            Requests requests,
            Acknowledgement acknowledgement,
            DelegationWords words) {
        this.conferences = conferences;
        this.rules = rules;
        this.requests = requests;
        this.acknowledgement = acknowledgement;
        this.words = words;
    }

    /** Requests and their papers, those of the asker's own papers left out. */
    @Component
    record Requests(SubReviews all, Papers papers, ReviewSecrecy secrecy, Delegating delegating) {
        SubReview require(ConferenceView conference, UUID id) {
            return all.byId(conference.id(), id)
                    .filter(request -> papers.byId(request.paper())
                            .filter(paper -> !secrecy.isOwn(paper))
                            .isPresent())
                    .orElseThrow(() -> new Problem.NotFound("This request"));
        }
    }

    /** @param against why they could not be asked */
    public record Line(
            UUID id,
            int number,
            String title,
            String reviewer,
            String name,
            String email,
            String standing,
            String against,
            String due,
            boolean isOpen) {}

    @GetMapping("/sub-reviewers")
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var rule = rules.of(found.id());
        var form = Posted.empty().set("most", rule.most()).set("version", rule.version());
        return page(found, form, DelegationWords.wanted(status), before, locale);
    }

    @PostMapping("/sub-reviewers")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var most = posted.integer("most");
            var version = posted.integer("version");
            posted.throwIfWrong();
            rules.save(found, most == null ? 0 : most, version == null ? 0 : version);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            return words.phrases().refused(page(found, posted, null, null, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.phrases().done("papers.sub-review.done-saved", locale));
        return new ModelAndView("redirect:" + base(found));
    }

    @PostMapping("/sub-reviewers/{request}/withdrawal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView withdraw(
            @PathVariable String conference, @PathVariable UUID request, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        requests.delegating().withdraw(requests.require(found, request));
        redirect.addFlashAttribute("flash", words.phrases().done("papers.sub-review.done-withdrawn", locale));
        return new ModelAndView("redirect:" + base(found));
    }

    /** Whom the proceedings thank. */
    @GetMapping("/thanks.csv")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<byte[]> thanks(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.slug() + "-reviewers.csv\"")
                .body(acknowledgement.csv(found, locale));
    }

    private ModelAndView page(
            ConferenceView conference, Posted form, @Nullable Standing status, @Nullable UUID before, Locale locale) {
        var found = requests.all().list(conference.id(), status, before, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var here = base(conference) + "?status=" + (status == null ? "" : status.code());
        return new ModelAndView("papers/sub-reviewers")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("most", DelegationRules.MOST)
                .addObject("lines", lines(conference, shown, locale))
                .addObject("chips", chips(conference, status, locale))
                .addObject("first", before == null ? null : here)
                .addObject(
                        "next",
                        found.size() > PAGE
                                ? here + "&before=" + shown.getLast().request().id()
                                : null);
    }

    private List<Line> lines(ConferenceView conference, List<SubReviews.Row> rows, Locale locale) {
        var papers =
                requests
                        .papers()
                        .byIds(rows.stream()
                                .map(row -> row.request().paper())
                                .distinct()
                                .toList())
                        .stream()
                        .filter(paper -> !requests.secrecy().isOwn(paper))
                        .collect(Collectors.toMap(Paper::id, Function.identity()));
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            var request = row.request();
            var paper = papers.get(request.paper());
            if (paper == null) continue;
            lines.add(new Line(
                    request.id(),
                    paper.number(),
                    paper.content().title(),
                    row.reviewer(),
                    request.name(),
                    request.email(),
                    request.standing().code(),
                    words.against(request, locale),
                    ReviewDates.at(conference, request.due()).toString(),
                    request.isOpen() || request.isHanded()));
        }
        return lines;
    }

    private List<Chip> chips(ConferenceView conference, @Nullable Standing status, Locale locale) {
        var counts = requests.all().counts(conference.id());
        var chips = new ArrayList<Chip>();
        for (var each : Standing.values()) {
            var count = counts.getOrDefault(each.code(), 0L);
            if (count == 0 && each != status) continue;
            var href = each == status ? base(conference) : base(conference) + "?status=" + each.code();
            chips.add(new Chip(
                    href, words.phrases().text("papers.sub-review.is-" + each.code(), locale), each == status, count));
        }
        return chips;
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/reviewing/sub-reviewers";
    }
}
