package org.plenary.registration.order;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
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

/** The pages on which staff change a delegate. What costs more waits for the payment of who ordered, who is told. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/{code}/delegates/{delegate}/{act:answers|transfer}")
@Requires(Permission.REGISTRATION_WRITE)
class ChangeDeskPages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final ChangeScreens screens;
    private final CartUploads uploads;
    private final ChangeActions actions;

    ChangeDeskPages(
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
            Locale locale) {
        return screens.filled(open(conference, code, delegate, act), locale);
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
        var page = open(conference, code, delegate, act);
        return screens.sent(
                page,
                uploads.keep(values, request, locale),
                wanted -> actions.preview(page, wanted),
                wanted -> actions.changeByStaff(page, wanted, redirect, locale),
                locale);
    }

    private ChangeScreens.Page open(String slug, String code, UUID delegate, String act) {
        var conference = conferences.bySlug(slug);
        return screens.open(conference, queries.open(conference.id(), code, null, true), delegate, act, null);
    }
}
