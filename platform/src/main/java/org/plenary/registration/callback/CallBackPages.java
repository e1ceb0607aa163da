package org.plenary.registration.callback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.registration.delegate.KnownDelegates;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Who has not confirmed yet: to be written to, or called. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/call-backs")
@Requires(Permission.REGISTRATION_READ)
class CallBackPages {
    private static final int ROWS = 50;

    private final ConferenceApi conferences;
    private final CallBacks callBacks;
    private final Confirming confirming;
    private final KnownDelegates delegates;
    private final AccessLog log;

    CallBackPages(
            ConferenceApi conferences,
            CallBacks callBacks,
            Confirming confirming,
            KnownDelegates delegates,
            AccessLog log) {
        this.conferences = conferences;
        this.callBacks = callBacks;
        this.confirming = confirming;
        this.delegates = delegates;
        this.log = log;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String conference, @RequestParam(required = false) @Nullable UUID after, Locale locale) {
        var found = conferences.bySlug(conference);
        var page = callBacks.open(found.id(), ROWS, after);
        if (!page.items().isEmpty())
            log.record(
                    Seen.list(found.id(), Way.PAGE, "call-backs", page.items().size(), Map.of()));
        var base = "/manage/conferences/" + found.slug() + "/call-backs";
        var figures = callBacks.figures(found.id());
        return new ModelAndView("registration/call-backs")
                .addObject("slug", found.slug())
                .addObject("figures", figures)
                .addObject(
                        "ticked",
                        Arrays.stream(Tick.values())
                                .map(tick ->
                                        new Ticked(tick.wire(), figures.ticked().getOrDefault(tick, 0)))
                                .toList())
                .addObject("people", page.items())
                .addObject("first", after == null ? null : base)
                .addObject("next", page.next() == null ? null : base + "?after=" + page.next())
                .addObject("write", campaign(found));
    }

    record Ticked(String key, int count) {}

    /** The mail to many with everything filled in: who is to get it and what it says can be changed before it goes. */
    private String campaign(ConferenceView conference) {
        var address = UriComponentsBuilder.fromPath("/manage/conferences/" + conference.slug() + "/delegates/bulk")
                .queryParam("action", "message")
                .queryParam("all", "true")
                .queryParam("status", "confirmed")
                .queryParam("w.0.0.column", "call_back")
                .queryParam("w.0.0.test", "is_not")
                .queryParam("w.0.0.value", "complete");
        var texts = new java.util.HashMap<String, String>();
        for (var tag : Posted.TAGS) {
            var locale = Languages.nearest(tag);
            address.queryParam("subject." + tag, "{subject" + tag + "}");
            address.queryParam("text." + tag, "{text" + tag + "}");
            texts.put("subject" + tag, confirming.text("mail-subject", locale));
            texts.put("text" + tag, confirming.text("mail-text", locale));
        }
        return address.encode().buildAndExpand(texts).toUriString();
    }

    @GetMapping("/{delegate}")
    ModelAndView ask(@PathVariable String conference, @PathVariable UUID delegate, Locale locale) {
        var found = conferences.bySlug(conference);
        var name = delegates.find(found.id(), delegate).name();
        log.record(Seen.one(found.id(), Way.PAGE, "call-back", delegate, 1));
        return new ModelAndView("registration/call-back")
                .addObject("slug", found.slug())
                .addObject("delegate", delegate)
                .addObject("name", name)
                .addObject("ticks", confirming.of(java.util.List.of(delegate)).get(delegate))
                .addObject("choices", confirming.choices(true, locale));
    }

    @PostMapping("/{delegate}")
    @Requires(Permission.REGISTRATION_WRITE)
    String note(
            @PathVariable String conference,
            @PathVariable UUID delegate,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        delegates.find(found.id(), delegate);
        confirming.byStaff(delegate, new Posted(values).all("ticks"));
        redirect.addFlashAttribute("flash", Flash.success(confirming.text("noted", locale)));
        return "redirect:/manage/conferences/" + found.slug() + "/call-backs";
    }
}
