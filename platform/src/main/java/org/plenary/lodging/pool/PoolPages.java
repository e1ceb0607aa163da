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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Into the pool, and out of it again; opened by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/sharing")
class PoolPages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final Pool pool;
    private final PoolScreen screen;
    private final PoolWords words;

    PoolPages(ConferenceApi conferences, BuyersOrders orders, Pool pool, PoolScreen screen, PoolWords words) {
        this.conferences = conferences;
        this.orders = orders;
        this.pool = pool;
        this.screen = screen;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return screen.page(found, orders.open(found, code, secret), secret, null, locale);
    }

    @PostMapping
    ModelAndView join(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var secret = values.getFirst("secret");
        var order = orders.open(found, code, secret);
        var form = new PoolForm(values);
        try {
            pool.join(found, order, form);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return words.again(screen.page(found, order, secret, form, locale), e, locale);
        }
        return back(found.slug(), order.code(), secret, "joined", locale, redirect);
    }

    @PostMapping("/departure")
    ModelAndView leave(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        pool.leave(order);
        return back(found.slug(), order.code(), secret, "left", locale, redirect);
    }

    @PostMapping("/return")
    ModelAndView comeBack(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        try {
            pool.comeBack(found, order);
        } catch (Problem.Conflict e) {
            return words.again(screen.page(found, order, secret, null, locale), e, locale);
        }
        return back(found.slug(), order.code(), secret, "joined", locale, redirect);
    }

    static ModelAndView redirect(String slug, String code, @Nullable String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + slug + "/orders/" + code + "/sharing");
    }

    static ModelAndView toOrder(String slug, String code, @Nullable String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + slug + "/orders/" + code);
    }

    private ModelAndView back(
            String slug,
            String code,
            @Nullable String secret,
            String said,
            Locale locale,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.text(said, locale)));
        return redirect(slug, code, secret, redirect);
    }
}
