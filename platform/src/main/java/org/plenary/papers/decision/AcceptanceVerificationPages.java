package org.plenary.papers.decision;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Tells whoever was shown a letter of acceptance whether it is genuine, and still stands. */
@Controller
@TenantHost
@Public
class AcceptanceVerificationPages {
    private final ConferenceApi conferences;
    private final AcceptanceLetters letters;

    AcceptanceVerificationPages(ConferenceApi conferences, AcceptanceLetters letters) {
        this.conferences = conferences;
        this.letters = letters;
    }

    @GetMapping("/c/{conference}/acceptances/{code}")
    ModelAndView verify(@PathVariable String conference, @PathVariable String code, Locale locale) {
        var found = conferences.visible(conference);
        var letter = letters.ofCode(found.id(), code).orElseThrow(() -> new Problem.NotFound("This letter"));
        return new ModelAndView("papers/acceptance-verification")
                .addObject("slug", found.slug())
                .addObject("name", found.name().in(locale))
                .addObject(
                        "issuedOn", letter.issuedAt().atZone(found.timeZone()).toLocalDate())
                .addObject("letter", letter);
    }
}
