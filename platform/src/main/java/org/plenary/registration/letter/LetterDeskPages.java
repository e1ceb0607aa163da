package org.plenary.registration.letter;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.delegate.KnownDelegates;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters of one delegate, for staff. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/{delegate}/letters")
@Requires(Permission.REGISTRATION_READ)
class LetterDeskPages {
    private final ConferenceApi conferences;
    private final KnownDelegates delegates;
    private final LetterDesk desk;
    private final LetterRows letters;
    private final LetterPaper paper;

    LetterDeskPages(
            ConferenceApi conferences,
            KnownDelegates delegates,
            LetterDesk desk,
            LetterRows letters,
            LetterPaper paper) {
        this.conferences = conferences;
        this.delegates = delegates;
        this.desk = desk;
        this.letters = letters;
        this.paper = paper;
    }

    @GetMapping
    ModelAndView list(@PathVariable String conference, @PathVariable UUID delegate) {
        var found = conferences.bySlug(conference);
        var row = delegates.find(found.id(), delegate);
        desk.seen(found, delegate);
        return new ModelAndView("registration/letter-desk")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("delegate", row)
                .addObject("choices", desk.choices(found, delegate))
                .addObject("letters", letters.of(delegate));
    }

    @PostMapping
    @Requires(Permission.REGISTRATION_WRITE)
    String issue(
            @PathVariable String conference,
            @PathVariable UUID delegate,
            @RequestParam String kind,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var letter = desk.issue(found, delegates.find(found.id(), delegate).id(), Kind.of(kind));
        return back(conference, delegate, "registration.letter.issued-now", letter, locale, redirect);
    }

    @GetMapping("/{letter}")
    ResponseEntity<byte[]> show(
            @PathVariable String conference, @PathVariable UUID delegate, @PathVariable UUID letter) {
        var found = conferences.bySlug(conference);
        return paper.answer(found, desk.print(found, delegate, letter), letters.locale(delegate));
    }

    @GetMapping("/{letter}/revocation")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView ask(@PathVariable String conference, @PathVariable UUID delegate, @PathVariable UUID letter) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("registration/letter-revocation")
                .addObject("slug", found.slug())
                .addObject("letter", desk.find(found, delegate, letter));
    }

    @PostMapping("/{letter}/revocation")
    @Requires(Permission.REGISTRATION_WRITE)
    String revoke(
            @PathVariable String conference,
            @PathVariable UUID delegate,
            @PathVariable UUID letter,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        desk.revoke(found, delegate, letter);
        var revoked = desk.find(found, delegate, letter);
        return back(conference, delegate, "registration.letter.revoked-now", revoked, locale, redirect);
    }

    private String back(
            String conference, UUID delegate, String key, Letter letter, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(paper.text(key, locale, letter.number())));
        return "redirect:/manage/conferences/" + conference + "/delegates/" + delegate + "/letters";
    }
}
