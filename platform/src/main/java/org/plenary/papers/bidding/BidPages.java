package org.plenary.papers.bidding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.ReviewedPaper;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where reviewers say which papers they would like. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
@RequestMapping("/review/{conference}/bids")
class BidPages {
    private static final int PAGE = 50;
    private static final String FIELD = "bid.";

    private final ReviewerDesks desks;
    private final Bidding bidding;
    private final Calls calls;
    private final MessageSource messages;

    BidPages(ReviewerDesks desks, Bidding bidding, Calls calls, MessageSource messages) {
        this.desks = desks;
        this.bidding = bidding;
        this.calls = calls;
        this.messages = messages;
    }

    /** @param bid its code; empty for none */
    record Row(ReviewedPaper paper, String bid, String topics) {}

    @GetMapping
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam(defaultValue = "0") int after,
            Locale locale) {
        var desk = desks.own(conference);
        var call = calls.find(desk.conference().id()).orElse(null);
        var sheet = bidding.sheet(desk, own, after, PAGE);
        var rows = sheet.papers().stream()
                .map(paper -> {
                    var bid = sheet.bids().get(paper.id());
                    var topics = paper.content().topics().stream()
                            .map(topic -> call == null ? topic : call.topicName(topic, locale))
                            .toList();
                    return new Row(
                            ReviewedPaper.of(paper, call), bid == null ? "" : bid.code(), String.join(" · ", topics));
                })
                .toList();
        var base = "/review/" + desk.conference().slug() + "/bids";
        return new ModelAndView("papers/bids")
                .addObject("slug", desk.conference().slug())
                .addObject("name", desk.conference().name().in(locale))
                .addObject("rows", rows)
                .addObject("isOpen", bidding.isOpen(desk))
                .addObject("placed", sheet.bids().size())
                .addObject("own", own)
                .addObject("after", after)
                .addObject("choices", choices(locale))
                .addObject("chips", List.of(new Chip(own ? base : base + "?own=true", text("own-topics", locale), own)))
                .addObject("first", after == 0 ? null : base + "?own=" + own)
                .addObject("next", sheet.after() == 0 ? null : base + "?own=" + own + "&after=" + sheet.after());
    }

    @PostMapping
    ModelAndView place(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam(defaultValue = "0") int after,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var said = new HashMap<Integer, String>();
        sent.forEach((field, values) -> {
            if (field.matches("bid\\.\\d{1,9}"))
                said.put(Integer.valueOf(field.substring(FIELD.length())), values.getFirst());
        });
        try {
            bidding.place(desk, said);
            redirect.addFlashAttribute("flash", Flash.success(text("saved", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("closed", locale)));
        }
        redirect.addAttribute("own", own);
        redirect.addAttribute("after", after);
        return new ModelAndView("redirect:/review/" + desk.conference().slug() + "/bids");
    }

    private List<Choice> choices(Locale locale) {
        return Arrays.stream(Bid.values())
                .map(bid -> new Choice(bid.code(), text("is-" + bid.code(), locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage("papers.bids." + key, null, locale));
    }
}
