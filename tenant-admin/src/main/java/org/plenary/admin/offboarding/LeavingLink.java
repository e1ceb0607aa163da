package org.plenary.admin.offboarding;

import java.net.URI;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** From an organization's own pages to the platform's, where its owners take their data and leave. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class LeavingLink {
    private final Urls urls;

    LeavingLink(Urls urls) {
        this.urls = urls;
    }

    @GetMapping("/manage/leaving")
    ResponseEntity<Void> leave() {
        URI page = urls.platform("/leaving/" + Tenancy.require().id());
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, page.toString())
                .build();
    }
}
