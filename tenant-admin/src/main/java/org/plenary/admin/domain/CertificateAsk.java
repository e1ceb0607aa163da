package org.plenary.admin.domain;

import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asked by the proxy before it gets a certificate for a host: without it anybody could make it ask for one for any name.
 * See {@code deploy/docs/domains.md}.
 */
@RestController
@PlatformHost
@Public
class CertificateAsk {
    private final TenantDirectory tenants;

    CertificateAsk(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/domains/certificate")
    ResponseEntity<Void> mayHave(@RequestParam(required = false) @Nullable String domain) {
        var isOurs = domain != null
                && tenants.byDomain(domain.toLowerCase(java.util.Locale.ROOT)).isPresent();
        return ResponseEntity.status(isOurs ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }
}
