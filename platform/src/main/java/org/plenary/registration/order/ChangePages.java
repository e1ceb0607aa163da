package org.plenary.registration.order;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which who holds an order's link changes a delegate: the answers, the fee, or who it is. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/delegates/{delegate}/{act:answers|transfer}")
class ChangePages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final ChangeScreens screens;
    private final CartUploads uploads;
    private final ChangeActions actions;

    ChangePages(
            ConferenceApi conferences,
            OrderQueries queries,
            ChangeScreens screens,
            CartUploads uploads,
            ChangeActions actions) {
        this.conferences = conferences;
        this.queries = queries;
        this.screens = screens;
        this.uploads = uploads;
        this.actions = actions;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var page = open(conference, code, secret, delegate, act);
        return screens.filled(page, locale);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        var secret = values.getFirst("secret");
        var page = open(conference, code, secret, delegate, act);
        var sent = uploads.keep(values, request, locale);
        return screens.sent(
                page,
                sent,
                wanted -> actions.preview(page, wanted),
                wanted -> actions.change(page, wanted, redirect, locale),
                locale);
    }

    private ChangeScreens.Page open(String slug, String code, @Nullable String secret, UUID delegate, String act) {
        var conference = conferences.bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        return screens.open(conference, order, delegate, act, String.valueOf(secret));
    }
}
