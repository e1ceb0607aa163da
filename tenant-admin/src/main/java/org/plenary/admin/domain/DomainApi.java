package org.plenary.admin.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's own domain, for its programs. */
@RestController
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/api/v1/domain")
class DomainApi {
    private final Domains domains;
    private final DomainSettings settings;
    private final Urls urls;

    DomainApi(Domains domains, DomainSettings settings, Urls urls) {
        this.domains = domains;
        this.settings = settings;
        this.urls = urls;
    }

    record Claimed(@Nullable String name) {}

    /**
     * @param txtName name of the TXT record that proves it
     * @param txtValue what it says
     * @param target what the domain's CNAME record names
     * @param provedAt null while it is not in use
     * @param missingSince since when the record is gone, of one that is in use still
     */
    record View(
            String name,
            String txtName,
            String txtValue,
            String target,
            @Nullable Instant provedAt,
            @Nullable Instant checkedAt,
            @Nullable Instant missingSince) {}

    @GetMapping
    View get() {
        return view(domains.current().orElseThrow(() -> new Problem.NotFound("The domain")));
    }

    @PutMapping
    View claim(@RequestBody Claimed claimed) {
        return view(domains.claim(claimed.name()));
    }

    /** Asks the DNS now. */
    @PostMapping("/proof")
    View prove() {
        return view(domains.prove());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp() {
        domains.giveUp();
    }

    private View view(DomainClaim claim) {
        return new View(
                claim.name(),
                claim.record(),
                claim.value(),
                DomainPages.target(settings, urls),
                claim.provedAt(),
                claim.checkedAt(),
                claim.missingSince());
    }
}
