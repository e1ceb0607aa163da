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

    private interface Doing {
        void with(ConferenceView conference, Opened order);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam UUID seeker,
            Locale locale,
            RedirectAttributes redirect) {
        return does(
                conference,
                code,
                secret,
                "asked",
                (found, order) -> matching.ask(found, order, seeker),
                locale,
                redirect);
    }

    @PostMapping("/{request}/acceptance")
    ModelAndView accept(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        return does(
                conference,
                code,
                secret,
                "agreed",
                (found, order) -> matching.accept(found, order, request),
                locale,
                redirect);
    }

    @PostMapping("/{request}/refusal")
    ModelAndView decline(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        return does(
                conference,
                code,
                secret,
                "declined",
                (found, order) -> matching.decline(found, order, request),
                locale,
                redirect);
    }

    @PostMapping("/{request}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        return does(
                conference,
                code,
                secret,
                "withdrawn",
                (found, order) -> matching.withdraw(order, request),
                locale,
                redirect);
    }

    private ModelAndView does(
            String slug,
            String code,
            @Nullable String secret,
            String said,
            Doing doing,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(slug);
        var order = orders.open(found, code, secret);
        try {
            doing.with(found, order);
        } catch (Problem.Conflict e) {
            return words.again(screen.page(found, order, secret, null, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text(said, locale)));
        return PoolPages.redirect(found.slug(), order.code(), secret, redirect);
    }
}
