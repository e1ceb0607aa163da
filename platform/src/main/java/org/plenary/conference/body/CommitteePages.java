package org.plenary.conference.body;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who stands behind a conference, for everybody. */
@Controller
@TenantHost
@Public
class CommitteePages {
    private final ConferenceApi conferences;
    private final PublicCommittees committees;

    CommitteePages(ConferenceApi conferences, PublicCommittees committees) {
        this.conferences = conferences;
        this.committees = committees;
    }

    @GetMapping("/c/{conference}/committees")
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.visible(conference);
        return new ModelAndView("conference/committees")
                .addObject(
                        "conferenceNav",
                        new ConferenceNav(found.slug(), found.name().in(locale)))
                .addObject("slug", found.slug())
                .addObject("conferenceName", found.name().in(locale))
                .addObject("committees", committees.of(found, locale));
    }
}
