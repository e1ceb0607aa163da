package org.plenary.registration.callback;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.OrderAccess;
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

/** Delegates confirm by themselves that everything about their coming is settled, by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/attendance")
class OwnCallBackPages {
    private final ConferenceApi conferences;
    private final OrderAccess orders;
    private final Confirming confirming;

    OwnCallBackPages(ConferenceApi conferences, OrderAccess orders, Confirming confirming) {
        this.conferences = conferences;
        this.orders = orders;
        this.confirming = confirming;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        return new ModelAndView("registration/attendance")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("code", order.code())
                .addObject("secret", secret)
                .addObject("isConfirmed", order.isConfirmed())
                .addObject("delegates", order.delegates())
                .addObject("ticks", confirming.of(ids(order)))
                .addObject("choices", confirming.choices(false, locale));
    }

    private static List<UUID> ids(OrderAccess.Opened order) {
        return order.delegates().stream().map(OrderAccess.Member::id).toList();
    }

    @PostMapping
    String confirm(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        redirect.addAttribute("secret", secret);
        if (order.isConfirmed()) {
            var posted = new Posted(values);
            var ticks = new HashMap<UUID, List<String>>();
            ids(order).forEach(delegate -> ticks.put(delegate, posted.all("ticks." + delegate)));
            confirming.bySelf(ticks);
            redirect.addFlashAttribute("flash", Flash.success(confirming.text("thanks", locale)));
        }
        return "redirect:/c/" + conference.slug() + "/orders/" + order.code() + "/attendance";
    }
}
