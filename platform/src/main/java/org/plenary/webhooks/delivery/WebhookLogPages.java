package org.plenary.webhooks.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.webhooks.delivery.Delivery.Status;
import org.plenary.webhooks.endpoint.Endpoints;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one endpoint was told and what it answered, with the ways to tell it again. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/webhooks/{endpoint}")
class WebhookLogPages {
    private static final int RECENT_DAYS = 7;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Replaying replaying;
    private final Texts texts;
    private final Clock clock;

    WebhookLogPages(Endpoints endpoints, Deliveries deliveries, Replaying replaying, Texts texts, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.replaying = replaying;
        this.texts = texts;
        this.clock = clock;
    }

    /** How things are called in the reader's language. */
    @Component
    record Texts(MessageSource messages, Formats formats) {
        Flash done(String what, Locale locale, Object... arguments) {
            return Flash.success(messages.getMessage("webhooks.log." + what, arguments, locale));
        }

        Flash off(Locale locale) {
            return Flash.failure(messages.getMessage("webhooks.log.off", null, locale));
        }
    }

    @GetMapping
    String log(
            @PathVariable UUID endpoint,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var found = endpoints.require(endpoint);
        var wanted = status(status);
        var page = deliveries.page(endpoint, wanted, Page.DEFAULT_LIMIT, after);
        var here = here(endpoint);
        var filtered = wanted == null ? here + "?" : here + "?status=" + wanted.wire() + "&";
        var zone = Tenancy.require().timeZone();
        model.addAttribute("endpoint", found);
        model.addAttribute("deliveries", page.items());
        model.addAttribute("chips", chips(here, wanted));
        model.addAttribute("isFiltered", wanted != null);
        model.addAttribute("zone", zone);
        model.addAttribute(
                "since",
                LocalDate.now(clock.withZone(zone)).minusDays(RECENT_DAYS).toString());
        model.addAttribute("first", after == null ? null : filtered.substring(0, filtered.length() - 1));
        model.addAttribute("next", page.next() == null ? null : filtered + "after=" + page.next());
        return "webhooks/endpoint";
    }

    @GetMapping("/deliveries/{id}")
    String delivery(@PathVariable UUID endpoint, @PathVariable UUID id, Model model) {
        model.addAttribute("endpoint", endpoints.require(endpoint));
        model.addAttribute("delivery", replaying.require(endpoint, id));
        model.addAttribute("zone", Tenancy.require().timeZone());
        return "webhooks/delivery";
    }

    @PostMapping("/test")
    String test(@PathVariable UUID endpoint, Locale locale, RedirectAttributes redirect) {
        try {
            replaying.test(endpoint);
            redirect.addFlashAttribute("flash", texts.done("tested", locale));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", texts.off(locale));
        }
        return "redirect:" + here(endpoint);
    }

    @PostMapping("/deliveries/{id}/replay")
    String again(@PathVariable UUID endpoint, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        try {
            replaying.again(endpoint, id);
            redirect.addFlashAttribute("flash", texts.done("sent-again", locale));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", texts.off(locale));
        }
        return "redirect:" + here(endpoint) + "/deliveries/" + id;
    }

    /** @param since in the organization's own days */
    @PostMapping("/recovery")
    String recover(
            @PathVariable UUID endpoint,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            Locale locale,
            RedirectAttributes redirect) {
        var from = since.atStartOfDay(Tenancy.require().timeZone()).toInstant();
        try {
            var count = replaying.failedSince(endpoint, from);
            redirect.addFlashAttribute("flash", texts.done("recovered", locale, count));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", texts.off(locale));
        }
        return "redirect:" + here(endpoint);
    }

    private List<Chip> chips(String here, @Nullable Status wanted) {
        var chips = new ArrayList<Chip>();
        for (var each : Status.values()) {
            var on = each == wanted;
            chips.add(new Chip(
                    on ? here : here + "?status=" + each.wire(), texts.formats().status(each), on));
        }
        return chips;
    }

    private static @Nullable Status status(@Nullable String wire) {
        for (var each : Status.values()) if (each.wire().equals(wire)) return each;
        return null;
    }

    private static String here(UUID endpoint) {
        return "/manage/webhooks/" + endpoint;
    }
}
