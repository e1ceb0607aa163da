package org.plenary.registration.letter;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Tells whoever was shown a letter whether it is genuine, and still stands. */
@Controller
@TenantHost
@Public
class VerificationPages {
    private final ConferenceApi conferences;
    private final LetterRows letters;

    VerificationPages(ConferenceApi conferences, LetterRows letters) {
        this.conferences = conferences;
        this.letters = letters;
    }

    @GetMapping("/c/{conference}/letters/{code}")
    ModelAndView verify(@PathVariable("conference") String slug, @PathVariable String code, Locale locale) {
        var conference = conferences.bySlug(slug);
        var letter = letters.ofCode(conference.id(), code).orElseThrow(() -> new Problem.NotFound("This letter"));
        return new ModelAndView("registration/letter-verification")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("startsOn", conference.startsOn())
                .addObject("endsOn", conference.endsOn())
                .addObject(
                        "issuedOn",
                        letter.issuedAt().atZone(conference.timeZone()).toLocalDate())
                .addObject("letter", letter);
    }
}
