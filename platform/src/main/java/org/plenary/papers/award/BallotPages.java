package org.plenary.papers.award;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
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

/** Where somebody of a jury ranks the nominees, by the link that was mailed to them. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/awards/jury/{juror}")
class BallotPages {
    private static final String RANK = "rank.";

    private final ConferenceApi conferences;
    private final JurorLinks links;
    private final Voting voting;
    private final AwardWords words;

    BallotPages(ConferenceApi conferences, JurorLinks links, Voting voting, AwardWords words) {
        this.conferences = conferences;
        this.links = links;
        this.voting = voting;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable UUID juror,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, links.open(found, juror, secret), secret, null, locale);
    }

    @PostMapping("/{award}")
    ModelAndView vote(
            @PathVariable String conference,
            @PathVariable UUID juror,
            @PathVariable UUID award,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var secret = posted.get("secret");
        var who = links.open(found, juror, secret);
        try {
            voting.cast(who, award, said(posted));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = words.errors().refused(page(found, who, secret, new Tried(award, posted), locale), e, locale);
            if (e instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("papers.jury.voted", locale)));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/awards/jury/" + juror);
    }

    private static Map<Integer, String> said(Posted posted) {
        var said = new HashMap<Integer, String>();
        posted.values().forEach((field, _) -> {
            if (field.matches("rank\\.\\d{1,9}"))
                said.put(Integer.valueOf(field.substring(RANK.length())), posted.get(field));
        });
        return said;
    }

    /** A vote that was refused, to be filled in again. */
    private record Tried(UUID award, Posted posted) {}

    /** @param rank that is chosen */
    record Line(Nominee nominee, String authors, String laudation, String field, String rank) {}

    record Card(Voting.Sheet sheet, String phase, String name, String until, List<Line> lines, List<Choice> choices) {}

    private ModelAndView page(
            ConferenceView conference, Juror juror, @Nullable String secret, @Nullable Tried tried, Locale locale) {
        var cards = voting.sheets(juror).stream()
                .map(sheet -> card(
                        sheet,
                        tried != null && tried.award().equals(sheet.award().id()) ? tried.posted() : null,
                        locale))
                .toList();
        return new ModelAndView("papers/award-ballot")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("juror", juror.id())
                .addObject("jurorName", juror.name())
                .addObject("secret", secret)
                .addObject("cards", cards);
    }

    private Card card(Voting.Sheet sheet, @Nullable Posted posted, Locale locale) {
        var lines = sheet.nominees().stream()
                .map(nominee -> {
                    var field = RANK + nominee.paper().number();
                    return new Line(
                            nominee,
                            AwardWords.authors(nominee.paper()),
                            nominee.laudation().in(locale),
                            field,
                            posted == null ? sheet.rank(nominee.paper()) : posted.get(field));
                })
                .toList();
        var choices = java.util.stream.Stream.concat(
                        IntStream.rangeClosed(1, lines.size())
                                .mapToObj(rank -> new Choice(
                                        String.valueOf(rank), words.text("papers.jury.rank-n", locale, rank))),
                        java.util.stream.Stream.of(
                                new Choice(Voting.CONFLICT, words.text("papers.jury.conflict", locale))))
                .toList();
        return new Card(
                sheet,
                sheet.phase().code(),
                sheet.award().plan().name().in(locale),
                sheet.award().plan().votingUntil().toString(),
                lines,
                choices);
    }
}
