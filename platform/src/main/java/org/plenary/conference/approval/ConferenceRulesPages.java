package org.plenary.conference.approval;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To which version of the compliance rules a conference keeps, and moving it to a newer one. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/rules")
class ConferenceRulesPages {
    private final ConferenceApi conferences;
    private final RulePins pins;
    private final RulePackRows packs;
    private final RuleView view;
    private final MessageSource messages;

    ConferenceRulesPages(
            ConferenceApi conferences, RulePins pins, RulePackRows packs, RuleView view, MessageSource messages) {
        this.conferences = conferences;
        this.pins = pins;
        this.packs = packs;
        this.view = view;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var pin = pins.of(found.id()).orElse(null);
        var pack = pin == null ? null : packs.find(pin.code(), pin.version()).orElse(null);
        var newest = pins.wanted()
                .filter(each -> pin == null || !each.code().equals(pin.code()) || each.version() != pin.version())
                .orElse(null);
        return new ModelAndView("conference/conference-rules")
                .addObject("slug", found.slug())
                .addObject("name", found.name().in(locale))
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("pin", pin)
                .addObject("pack", pack)
                .addObject("packTitle", pack == null ? "" : pack.title().in(locale))
                .addObject("groups", pack == null ? List.of() : view.of(pack, locale))
                .addObject("newest", mayMove(found) ? newest : null)
                .addObject("newestTitle", newest == null ? "" : newest.title().in(locale));
    }

    private static boolean mayMove(ConferenceView conference) {
        return conference.status() != ConferenceStatus.ARCHIVED;
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    String move(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") int version,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            if (!mayMove(found))
                throw new Problem.Conflict("archived", "An archived conference is not changed any more.");
            pins.move(found.id(), code, version);
            redirect.addFlashAttribute("flash", Flash.success(text("moved", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("not-moved", locale)));
        }
        return "redirect:/manage/conferences/" + found.slug() + "/rules";
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("conference.rules." + key, null, locale);
    }
}
