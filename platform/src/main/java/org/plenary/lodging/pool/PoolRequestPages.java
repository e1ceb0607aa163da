package org.plenary.lodging.pool;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking somebody in the pool, and the answer; opened by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/sharing/requests")
class PoolRequestPages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final Matching matching;
    private final PoolScreen screen;
    private final PoolWords words;

    PoolRequestPages(
            ConferenceApi conferences, BuyersOrders orders, Matching matching, PoolScreen screen, PoolWords words) {
        this.conferences = conferences;
        this.orders = orders;
        this.matching = matching;
        this.screen = screen;
        this.words = words;
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam UUID seeker,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        try {
            matching.ask(found, order, seeker);
        } catch (Problem.Conflict e) {
            return words.again(screen.page(found, order, secret, null, locale), e, locale);
        }
        tell("asked", locale, redirect);
        return PoolPages.redirect(found.slug(), order.code(), secret, redirect);
    }

    @PostMapping("/{request}/{act:acceptance|refusal|withdrawal}")
    ModelAndView act(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID request,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        try {
            does(found, order, request, act);
        } catch (Problem.Conflict e) {
            return words.again(screen.page(found, order, secret, null, locale), e, locale);
        }
        tell(act + "-done", locale, redirect);
        // Whoever agreed is out of the pool: the room, or the way to one, is on the page of the order.
        return act.equals("acceptance")
                ? PoolPages.toOrder(found.slug(), order.code(), secret, redirect)
                : PoolPages.redirect(found.slug(), order.code(), secret, redirect);
    }

    private void does(ConferenceView conference, Opened order, UUID request, String act) {
        switch (act) {
            case "acceptance" -> matching.accept(conference, order, request);
            case "refusal" -> matching.decline(conference, order, request);
            default -> matching.withdraw(order, request);
        }
    }

    private void tell(String said, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.text(said, locale)));
    }
}
