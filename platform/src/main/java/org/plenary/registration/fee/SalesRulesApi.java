package org.plenary.registration.fee;

import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/sales-rules")
class SalesRulesApi {
    private final ConferenceApi conferences;
    private final SalesRules rules;

    SalesRulesApi(ConferenceApi conferences, SalesRules rules) {
        this.conferences = conferences;
        this.rules = rules;
    }

    @GetMapping
    @Public
    SalesRules.Rules show(@PathVariable String conference) {
        return rules.of(conferences.visible(conference).id());
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    SalesRules.Rules change(@PathVariable String conference, @RequestBody SalesRules.Rules wanted) {
        rules.set(conferences.bySlug(conference), wanted);
        return wanted;
    }
}
