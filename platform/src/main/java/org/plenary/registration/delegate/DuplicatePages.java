package org.plenary.registration.delegate;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.registration.delegate.DuplicateSearch.Pair;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of people checked for errors: who may be registered twice, and what to do about it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/duplicates")
@Requires(Permission.REGISTRATION_READ)
class DuplicatePages {
    private static final int SHOWN = 50;

    private final ConferenceApi conferences;
    private final Duplicates duplicates;
    private final DistinctDelegates distinct;
    private final Words words;
    private final AccessLog log;

    DuplicatePages(
            ConferenceApi conferences, Duplicates duplicates, DistinctDelegates distinct, Words words, AccessLog log) {
        this.conferences = conferences;
        this.duplicates = duplicates;
        this.distinct = distinct;
        this.words = words;
        this.log = log;
    }

    /** What the page calls things. */
    @Component
    record Words(Fees fees, MessageSource messages) {}

    @GetMapping
    ModelAndView report(
            @PathVariable String conference, @RequestParam(defaultValue = "false") String apart, Locale locale) {
        var found = conferences.bySlug(conference);
        var isToldApart = apart.equals("true");
        var report = duplicates.of(found, isToldApart);
        var shown = report.suspicions().stream().limit(SHOWN).toList();
        if (!shown.isEmpty())
            log.record(Seen.list(found.id(), Way.PAGE, "duplicates", 2L * shown.size(), Map.of("apart", apart)));
        return new ModelAndView("registration/delegate-duplicates")
                .addObject("slug", found.slug())
                .addObject("base", "/manage/conferences/" + found.slug() + "/delegates")
                .addObject("zone", found.timeZone())
                .addObject("apart", isToldApart)
                .addObject("total", report.suspicions().size())
                .addObject("toldApart", report.toldApart())
                .addObject("pairs", shown)
                .addObject(
                        "fees",
                        words.fees().all(found.id()).stream()
                                .collect(Collectors.toMap(
                                        Fee::key, fee -> fee.name().in(locale))))
                .addObject("maySay", distinct.maySay());
    }

    @PostMapping("/apart")
    @Requires(Permission.REGISTRATION_WRITE)
    String apart(
            @PathVariable String conference,
            @RequestParam UUID one,
            @RequestParam UUID other,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        distinct.say(found, Pair.of(one, other));
        redirect.addFlashAttribute(
                "flash",
                Flash.undoable(
                        words.messages().getMessage("registration.duplicates.told-apart", null, locale),
                        page(found) + "/apart/" + one + "/" + other + "/undo"));
        return "redirect:" + page(found);
    }

    @PostMapping("/apart/{one}/{other}/undo")
    @Requires(Permission.REGISTRATION_WRITE)
    String undo(@PathVariable String conference, @PathVariable UUID one, @PathVariable UUID other) {
        var found = conferences.bySlug(conference);
        distinct.takeBack(found, Pair.of(one, other));
        return "redirect:" + page(found);
    }

    private static String page(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/delegates/duplicates";
    }
}
