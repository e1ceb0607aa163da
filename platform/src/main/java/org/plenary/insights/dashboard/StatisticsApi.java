package org.plenary.insights.dashboard;

import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/statistics")
@Requires(Permission.REGISTRATION_READ)
class StatisticsApi {
    private final ConferenceApi conferences;
    private final Statistics statistics;

    StatisticsApi(ConferenceApi conferences, Statistics statistics) {
        this.conferences = conferences;
        this.statistics = statistics;
    }

    @GetMapping
    Statistics.Figures statistics(@PathVariable String conference) {
        return statistics.of(conferences.bySlug(conference));
    }
}
