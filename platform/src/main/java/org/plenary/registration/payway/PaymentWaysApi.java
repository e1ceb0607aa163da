package org.plenary.registration.payway;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
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
@RequestMapping("/api/v1/conferences/{conference}/payment-ways")
class PaymentWaysApi {
    private final ConferenceApi conferences;
    private final SettingWays ways;

    PaymentWaysApi(ConferenceApi conferences, SettingWays ways) {
        this.conferences = conferences;
        this.ways = ways;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<PaymentWays> show(@PathVariable String conference) {
        return answer(ways.kept(conferences.bySlug(conference).id()));
    }

    @PutMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<PaymentWays> put(
            @PathVariable String conference,
            @RequestBody PaymentWays wished,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(ways.put(conferences.bySlug(conference), wished, ifMatch));
    }

    private static ResponseEntity<PaymentWays> answer(SettingWays.Kept kept) {
        return ResponseEntity.ok().eTag(Preconditions.tag(kept.version())).body(kept.ways());
    }
}
