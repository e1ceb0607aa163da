package org.plenary.conference.body;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Dissolving a body. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/bodies/{id}/removal")
class BodyRemovalPages {
    private final ConferenceApi conferences;
    private final Constituting bodies;
    private final JoiningBodies joining;
    private final BodyWords words;

    BodyRemovalPages(ConferenceApi conferences, Constituting bodies, JoiningBodies joining, BodyWords words) {
        this.conferences = conferences;
        this.bodies = bodies;
        this.joining = joining;
        this.words = words;
    }

    @GetMapping
    ModelAndView question(@PathVariable String conference, @PathVariable("id") UUID body, Locale locale) {
        var found = conferences.bySlug(conference);
        var one = bodies.find(found, body);
        return new ModelAndView("conference/body-removal")
                .addObject("slug", found.slug())
                .addObject("seen", words.card(one, joining.of(one), locale));
    }

    @PostMapping
    ModelAndView dissolve(
            @PathVariable String conference,
            @PathVariable("id") UUID body,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        bodies.dissolve(found, body, null);
        redirect.addFlashAttribute("flash", words.done("removed", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/bodies");
    }
}
