package org.plenary.registration.policy;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/registration-policy")
class PolicyApi {
    private final ConferenceApi conferences;
    private final Policies policies;

    PolicyApi(ConferenceApi conferences, Policies policies) {
        this.conferences = conferences;
        this.policies = policies;
    }

    @GetMapping
    @Public
    ResponseEntity<Policy> show(@PathVariable String conference) {
        return answer(policies.kept(conferences.visible(conference).id()));
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Policy> put(
            @PathVariable String conference,
            @RequestBody Policy policy,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(policies.put(conferences.bySlug(conference), policy, ifMatch));
    }

    private static ResponseEntity<Policy> answer(Policies.Kept kept) {
        return ResponseEntity.ok().eTag(Preconditions.tag(kept.version())).body(kept.policy());
    }
}
