package org.plenary.admin.offboarding;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Urls;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/api/v1/operator/tenants/{slug}/deletion")
class DeletionsApi {
    private final LeavingTenants leaving;
    private final Urls urls;

    DeletionsApi(LeavingTenants leaving, Urls urls) {
        this.leaving = leaving;
        this.urls = urls;
    }

    /** @param status {@code requested} until the data is exported, then {@code exported} */
    record Body(
            String status,
            Instant requestedAt,
            Instant eraseAfter,
            @Nullable Instant exportedAt,
            @Nullable Long exportBytes,
            @Nullable URI exportUrl) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Body begin(@PathVariable String slug) {
        return body(slug, leaving.begin(slug));
    }

    @GetMapping
    Body get(@PathVariable String slug) {
        return body(slug, leaving.deletion(slug));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String slug) {
        leaving.takeBack(slug);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(@PathVariable String slug) {
        var tenant = leaving.tenant(slug);
        return ArchiveAnswer.of(tenant, leaving.archive(tenant));
    }

    private Body body(String slug, Deletion deletion) {
        return new Body(
                deletion.isExported() ? "exported" : "requested",
                deletion.requestedAt(),
                deletion.eraseAfter(),
                deletion.exportedAt(),
                deletion.archiveBytes(),
                deletion.hasArchive() ? urls.platform("/api/v1/operator/tenants/" + slug + "/deletion/export") : null);
    }
}
