package org.plenary.registration.order;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/availability")
class AvailabilityApi {
    private final ConferenceApi conferences;
    private final Availability availability;
    private final Invited invited;

    AvailabilityApi(ConferenceApi conferences, Availability availability, Invited invited) {
        this.conferences = conferences;
        this.availability = availability;
        this.invited = invited;
    }

    @GetMapping
    @Public
    Map<String, Object> show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String invitation,
            Locale locale) {
        var found = conferences.visible(conference);
        return availability.all(found, invited.mayHave(found, invitation), locale);
    }
}
