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

    AvailabilityApi(ConferenceApi conferences, Availability availability) {
        this.conferences = conferences;
        this.availability = availability;
    }

    @GetMapping
    @Public
    Map<String, Object> show(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String currency, Locale locale) {
        return availability.all(conferences.visible(conference), currency, locale);
    }
}
