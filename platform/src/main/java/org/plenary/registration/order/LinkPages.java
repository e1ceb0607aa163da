package org.plenary.registration.order;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
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

/** Asking for the link of one's registration by mail. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/my-registration")
class LinkPages {
    private final ConferenceApi conferences;
    private final OrderLinks links;
    private final PageErrors errors;

    LinkPages(ConferenceApi conferences, OrderLinks links, PageErrors errors) {
        this.conferences = conferences;
        this.links = links;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String sent, Locale locale) {
        return page(conference, locale).addObject("sent", sent != null);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String email,
            HttpServletRequest request,
            Locale locale) {
        try {
            links.ask(conferences.visible(conference), email, request.getRemoteAddr(), locale);
        } catch (Problem.InvalidInput | Problem.TooMany e) {
            var view = page(conference, locale);
            view.addObject("email", email);
            view.addObject("fieldErrors", errors.of(e, locale));
            view.setStatus(
                    e instanceof Problem.TooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/c/" + conference + "/my-registration?sent=1");
    }

    private ModelAndView page(String slug, Locale locale) {
        var conference = conferences.visible(slug);
        return new ModelAndView("registration/my-registration")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale));
    }
}
