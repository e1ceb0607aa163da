package org.plenary.registration.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.registration.order.OrderAccess;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What delegates may do with their own data, by the order's secret link: read it, take it along, have it erased. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/data")
class MyDataPages {
    private final ConferenceApi conferences;
    private final OrderAccess orders;
    private final Subjects subjects;
    private final MyDataScreen screen;
    private final AskingErasure asking;

    MyDataPages(
            ConferenceApi conferences,
            OrderAccess orders,
            Subjects subjects,
            MyDataScreen screen,
            AskingErasure asking) {
        this.conferences = conferences;
        this.orders = orders;
        this.subjects = subjects;
        this.screen = screen;
        this.asking = asking;
    }

    /** Where somebody is: the order that was opened, the link that opened it, and whom it is about. */
    record At(ConferenceView conference, OrderAccess.Opened order, String secret, Subject subject) {
        String path() {
            return "/c/" + conference.slug() + "/orders/" + order.code() + "/data";
        }
    }

    private At open(String slug, String code, @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        return new At(conference, order, String.valueOf(secret), subjects.of(order.id()));
    }

    @GetMapping
    ModelAndView show(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return screen.page("registration/my-data", open(slug, code, secret), locale);
    }

    /** Null when the copy itself is the answer. */
    @PostMapping("/copy")
    @Nullable
    String copy(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        var at = open(slug, code, secret);
        if (screen.isLarge(at, locale)) {
            redirect.addFlashAttribute("flash", screen.started(at, locale));
            return back(at, redirect);
        }
        head(response, at);
        screen.write(at, locale, response.getOutputStream());
        return null;
    }

    @GetMapping("/copies/{copy}")
    void file(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID copy,
            @RequestParam(required = false) @Nullable String secret,
            HttpServletResponse response)
            throws IOException {
        var at = open(slug, code, secret);
        try (var content = screen.content(at, copy)) {
            head(response, at);
            content.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/erasure")
    ModelAndView confirm(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return screen.page("registration/my-data-erasure", open(slug, code, secret), locale);
    }

    @PostMapping("/erasure")
    String erase(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var at = open(slug, code, secret);
        try {
            asking.ask(at.conference(), at.order().id());
            redirect.addFlashAttribute("flash", screen.asked(locale));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", screen.failure(e, locale));
        }
        return back(at, redirect);
    }

    private static void head(HttpServletResponse response, At at) {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + at.conference().slug() + "-"
                        + at.order().code() + ".zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String back(At at, RedirectAttributes redirect) {
        redirect.addAttribute("secret", at.secret());
        return "redirect:" + at.path();
    }
}
