package org.plenary.lodging.pool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.BuyersOrders;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stepping back from somebody with whom one agreed to share, while neither has a room; opened by the order's secret link. */
@Controller
@TenantHost
@Public
class PairPages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final Pairing pairing;
    private final PoolWords words;

    PairPages(ConferenceApi conferences, BuyersOrders orders, Pairing pairing, PoolWords words) {
        this.conferences = conferences;
        this.orders = orders;
        this.pairing = pairing;
        this.words = words;
    }

    @PostMapping("/c/{conference}/orders/{code}/sharing/pair/departure")
    ModelAndView stepBack(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        try {
            pairing.stepBack(order);
            redirect.addFlashAttribute("flash", Flash.success(words.text("pair-left", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.warning(words.text("pair-booked", locale)));
        }
        return PoolPages.toOrder(found.slug(), order.code(), secret, redirect);
    }
}
