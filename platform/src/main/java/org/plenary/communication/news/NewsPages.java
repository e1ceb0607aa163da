package org.plenary.communication.news;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a subscriber: asking, confirming, leaving. A link alone changes nothing: mail scanners open every link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/news")
class NewsPages {
    private final ConferenceApi conferences;
    private final Subscribing subscribing;
    private final NewsLinks links;
    private final PageErrors errors;

    NewsPages(ConferenceApi conferences, Subscribing subscribing, NewsLinks links, PageErrors errors) {
        this.conferences = conferences;
        this.subscribing = subscribing;
        this.links = links;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String sent, Locale locale) {
        return page(conferences.visible(conference), sent == null ? "ask" : "sent", locale);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String email,
            HttpServletRequest request,
            Locale locale) {
        var found = conferences.visible(conference);
        try {
            subscribing.ask(found, email, locale, Address.network(request.getRemoteAddr()));
        } catch (Problem.InvalidInput | Problem.TooMany e) {
            var view =
                    page(found, "ask", locale).addObject("email", email).addObject("fieldErrors", errors.of(e, locale));
            view.setStatus(
                    e instanceof Problem.TooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/c/" + found.slug() + "/news?sent=1");
    }

    @GetMapping("/{subscriber}/{page:confirmation|end}")
    ModelAndView question(
            @PathVariable String conference,
            @PathVariable UUID subscriber,
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.visible(conference);
        var opened = links.open(found, subscriber, secret);
        var isDone = page.equals("confirmation") && opened.confirmedAt() != null;
        return page(found, isDone ? "confirmed" : page, locale)
                .addObject("email", opened.email())
                .addObject("subscriber", subscriber)
                .addObject("secret", secret);
    }

    @PostMapping("/{subscriber}/{page:confirmation|end}")
    ModelAndView answer(
            @PathVariable String conference,
            @PathVariable UUID subscriber,
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.visible(conference);
        var opened = links.open(found, subscriber, secret);
        if (page.equals("end")) subscribing.end(found, opened);
        else subscribing.confirm(found, opened);
        return page(found, page.equals("end") ? "ended" : "confirmed", locale).addObject("email", opened.email());
    }

    private static ModelAndView page(ConferenceView conference, String state, Locale locale) {
        return new ModelAndView("communication/news")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("state", state);
    }
}
