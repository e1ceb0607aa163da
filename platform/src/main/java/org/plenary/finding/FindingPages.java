package org.plenary.finding;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.FoundKind.Order;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.RateLimits;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is found in all conferences that somebody may read, or in one; the best of it while they type. */
@Controller
@TenantHost
class FindingPages {
    private static final int SUGGESTED = 4;

    /** Somebody who types without end makes three requests in a second. */
    private static final int TRIES = 240;

    private final Finding finding;
    private final ConferenceApi conferences;
    private final Callers callers;
    private final RateLimits limits;
    private final MessageSource messages;

    FindingPages(
            Finding finding, ConferenceApi conferences, Callers callers, RateLimits limits, MessageSource messages) {
        this.finding = finding;
        this.conferences = conferences;
        this.callers = callers;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/manage/search")
    @Requires(value = Permission.CONFERENCE_READ, anywhere = true)
    ModelAndView everywhere(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        return page(sent, null, locale);
    }

    @GetMapping("/manage/conferences/{conference}/search/all")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView here(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        return page(sent, conferences.visible(conference), locale);
    }

    @GetMapping("/manage/search/suggestions")
    @Requires(value = Permission.CONFERENCE_READ, anywhere = true)
    ModelAndView suggestedEverywhere(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        return suggestions(sent, null, locale);
    }

    @GetMapping("/manage/conferences/{conference}/search/suggestions")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView suggestedHere(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        return suggestions(sent, conferences.visible(conference), locale);
    }

    private ModelAndView page(MultiValueMap<String, String> sent, @Nullable ConferenceView only, Locale locale) {
        var read = FoundPage.of(sent, only);
        var kind = read.kind();
        var asked = kind != null && finding.isKind(kind, only, locale) ? read : read.of((String) null);
        var view = new ModelAndView("finding/found")
                .addObject("finderQ", asked.text())
                .addObject(
                        "everywhere",
                        only == null || asked.text().isEmpty()
                                ? null
                                : asked.everywhere().address());
        if (asked.text().isEmpty()) return view.addObject("sections", List.of()).addObject("isWhole", true);
        limited();
        var outcome = finding.find(asked.question(locale));
        return view.addObject("sections", asked.sections(outcome))
                .addObject("kind", asked.kind())
                .addObject("isWhole", outcome.isWhole())
                .addObject(
                        "kinds", asked.kinds(outcome, key -> messages.getMessage("finding.kind." + key, null, locale)))
                .addObject("orders", orders(asked, locale))
                .addObject("first", asked.page() == 0 ? null : asked.at(0).address())
                .addObject("next", next(asked, outcome));
    }

    private List<Chip> orders(FoundPage asked, Locale locale) {
        return java.util.Arrays.stream(Order.values())
                .map(order -> new Chip(
                        asked.sorted(order).address(),
                        messages.getMessage("finding.order." + order.name().toLowerCase(Locale.ROOT), null, locale),
                        order == asked.order()))
                .toList();
    }

    private static @Nullable String next(FoundPage asked, Finding.Outcome outcome) {
        return outcome.groups().stream()
                .filter(group -> group.kind().key().equals(asked.kind()) && asked.hasMore(group.total()))
                .findFirst()
                .map(_ -> asked.at(asked.page() + 1).address())
                .orElse(null);
    }

    private ModelAndView suggestions(MultiValueMap<String, String> sent, @Nullable ConferenceView only, Locale locale) {
        var asked = FoundPage.of(sent, only).of((String) null).sorted(Order.RELEVANCE);
        var view = new ModelAndView("finding/suggestions :: suggestions").addObject("q", asked.text());
        if (asked.text().isEmpty()) return view.addObject("sections", List.of()).addObject("isWhole", true);
        limited();
        var outcome = finding.find(
                new Finding.Question(asked.text(), only, null, SUGGESTED, 0, Order.RELEVANCE, locale, true));
        return view.addObject("sections", asked.sections(outcome))
                .addObject("isWhole", outcome.isWhole())
                .addObject("total", outcome.total())
                .addObject("all", asked.address())
                .addObject(
                        "everywhere", only == null ? null : asked.everywhere().address());
    }

    private void limited() {
        limits.take("finding:" + callers.current().id(), TRIES, Duration.ofMinutes(1));
    }
}
