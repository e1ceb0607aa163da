package org.plenary.registration.group;

import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
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
@RequestMapping("/api/v1/conferences/{conference}/group-settings")
class GroupSettingsApi {
    private final ConferenceApi conferences;
    private final GroupSettings settings;

    GroupSettingsApi(ConferenceApi conferences, GroupSettings settings) {
        this.conferences = conferences;
        this.settings = settings;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    GroupRules show(@PathVariable String conference) {
        return settings.of(conferences.bySlug(conference).id());
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    GroupRules change(@PathVariable String conference, @RequestBody GroupRules wanted) {
        var found = conferences.bySlug(conference);
        settings.change(found, wanted, settings.kept(found.id()).version());
        return settings.of(found.id());
    }
}
