package org.plenary.conference.supplier;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting an agreement, taking that back, and its file. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/agreements/{agreement}")
class AgreementEndPages {
    private final ConferenceApi conferences;
    private final Agreeing agreeing;
    private final AgreementFiles files;
    private final PageErrors errors;
    private final MessageSource messages;

    AgreementEndPages(
            ConferenceApi conferences,
            Agreeing agreeing,
            AgreementFiles files,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.agreeing = agreeing;
        this.files = files;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping("/file")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<Resource> file(@PathVariable String conference, @PathVariable UUID agreement) {
        return files.download(agreeing.find(conferences.bySlug(conference).id(), agreement));
    }

    @GetMapping("/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable UUID agreement) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("conference/agreement-deletion")
                .addObject("slug", found.slug())
                .addObject("id", agreement)
                .addObject("supplier", agreeing.find(found.id(), agreement).supplier());
    }

    @PostMapping("/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    String delete(
            @PathVariable String conference, @PathVariable UUID agreement, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", delete(conference, agreement, locale));
        return list(conference);
    }

    private Flash delete(String slug, UUID agreement, Locale locale) {
        try {
            agreeing.delete(conferences.bySlug(slug), agreement, null);
        } catch (Problem.Conflict e) {
            return Flash.failure(errors.of(e, locale).values().iterator().next());
        }
        var undo = "/manage/conferences/" + slug + "/agreements/" + agreement + "/restoration";
        return Flash.undoable(messages.getMessage("conference.agreement.deleted", null, locale), undo);
    }

    @PostMapping("/restoration")
    @Requires(Permission.CONFERENCE_WRITE)
    String restore(
            @PathVariable String conference, @PathVariable UUID agreement, Locale locale, RedirectAttributes redirect) {
        agreeing.restore(conferences.bySlug(conference), agreement);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("conference.agreement.restored", null, locale)));
        return list(conference);
    }

    private static String list(String slug) {
        return "redirect:/manage/conferences/" + slug + "/agreements";
    }
}
