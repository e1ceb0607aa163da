package org.plenary.registration.order;

import java.util.Locale;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's choice to pay an order in parts, or later. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}")
class PayLaterPages {
    private final Ground ground;
    private final OrderQueries queries;
    private final PayingWays paying;
    private final OrderPages.OrderActions actions;

    PayLaterPages(Ground ground, OrderQueries queries, PayingWays paying, OrderPages.OrderActions actions) {
        this.ground = ground;
        this.queries = queries;
        this.paying = paying;
        this.actions = actions;
    }

    @PostMapping("/instalments")
    String inParts(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var conference = ground.conferences().bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        try {
            paying.inParts(conference, order.id());
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
        }
        return back(slug, code, secret, redirect);
    }

    @PostMapping("/invoice")
    String byInvoice(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var conference = ground.conferences().bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        try {
            paying.byInvoice(conference, order.id());
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
        }
        return back(slug, code, secret, redirect);
    }

    private static String back(String slug, String code, String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return "redirect:/c/" + slug + "/orders/" + code;
    }
}
