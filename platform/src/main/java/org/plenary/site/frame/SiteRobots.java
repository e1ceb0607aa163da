package org.plenary.site.frame;

import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines may look at: nothing of an organization that shows nothing yet. */
@RestController
@TenantHost
@Public
class SiteRobots {
    private final ConferenceApi conferences;
    private final SiteFrames frames;

    SiteRobots(ConferenceApi conferences, SiteFrames frames) {
        this.conferences = conferences;
        this.frames = frames;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        var shows = conferences.all().stream().anyMatch(ConferenceView::isPublic)
                || !frames.of(null).pages().isEmpty();
        if (!shows) return "User-agent: *\nDisallow: /\n";
        return "User-agent: *\nDisallow: /manage\nDisallow: /api/\nDisallow: /account\nDisallow: /login\n";
    }
}
