package org.plenary.registration.order;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying for a change that waits, or dropping it. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/change")
class WaitingChangePages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final ChangePaying paying;
    private final ChangeEnding ending;
    private final OrderPages.OrderActions actions;

    WaitingChangePages(
            ConferenceApi conferences,
            OrderQueries queries,
            ChangePaying paying,
            ChangeEnding ending,
            OrderPages.OrderActions actions) {
        this.conferences = conferences;
        this.queries = queries;
        this.paying = paying;
        this.ending = ending;
        this.actions = actions;
    }

    @PostMapping("/payment")
    String pay(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        try {
            return "redirect:" + paying.start(conference, order, secret);
        } catch (Problem.Conflict | Problem.Unavailable e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
            return back(slug, code, secret, redirect);
        }
    }

    @PostMapping("/cancellation")
    String drop(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var order = queries.open(conferences.bySlug(slug).id(), code, secret, false);
        try {
            ending.drop(order.id());
            redirect.addFlashAttribute("flash", actions.success("registration.change.dropped", locale));
        } catch (Problem.Conflict | Problem.Unavailable e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
        }
        return back(slug, code, secret, redirect);
    }

    private static String back(String slug, String code, String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return "redirect:/c/" + slug + "/orders/" + code;
    }
}
