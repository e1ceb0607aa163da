package org.plenary.conference.page;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.setup.DraftRemoval;
import org.plenary.conference.setup.SampleConference;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes the sample, and deletes drafts: it, or one that came to nothing. */
@Controller
@TenantHost
@Requires(Permission.CONFERENCE_WRITE)
class DraftPages {
    private final SampleConference sample;
    private final DraftRemoval removal;
    private final ConferenceApi conferences;
    private final PageErrors errors;
    private final MessageSource messages;

    DraftPages(
            SampleConference sample,
            DraftRemoval removal,
            ConferenceApi conferences,
            PageErrors errors,
            MessageSource messages) {
        this.sample = sample;
        this.removal = removal;
        this.conferences = conferences;
        this.errors = errors;
        this.messages = messages;
    }

    /** Only where there is no conference yet, also for one who asks twice. */
    @PostMapping("/manage/sample-conference")
    String makeSample(Locale locale, RedirectAttributes redirect) {
        if (!sample.isOffered()) return "redirect:/manage";
        var made = sample.make();
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage("conference.sample.made", null, locale)));
        return "redirect:/manage/conferences/" + made.slug();
    }

    @GetMapping("/manage/conferences/{conference}/removal")
    String question(@PathVariable String conference, Locale locale, Model model) {
        var found = conferences.bySlug(conference);
        model.addAttribute("slug", found.slug());
        model.addAttribute("name", found.name().in(locale));
        return "conference/draft-removal";
    }

    @PostMapping("/manage/conferences/{conference}/removal")
    String remove(@PathVariable String conference, Locale locale, RedirectAttributes redirect) {
        var name = conferences.bySlug(conference).name().in(locale);
        try {
            removal.delete(conference);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(errors.of(e, locale).values().iterator().next()));
            return "redirect:/manage/conferences/" + conference + "/settings";
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("conference.draft.deleted", new Object[] {name}, locale)));
        return "redirect:/manage";
    }
}
