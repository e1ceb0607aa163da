package org.plenary.admin.branding;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/api/v1/tenant")
class TenantApi {
    private final TenantProfiles profiles;
    private final TenantSettings settings;
    private final Logos logos;
    private final LogoAddress addresses;

    TenantApi(TenantProfiles profiles, TenantSettings settings, Logos logos, LogoAddress addresses) {
        this.profiles = profiles;
        this.settings = settings;
        this.logos = logos;
        this.addresses = addresses;
    }

    record Brand(String primaryColor, @Nullable String logoUrl, Map<String, String> cssVariables) {}

    record Body(
            String slug,
            String name,
            String country,
            String locale,
            String timeZone,
            String status,
            String plan,
            Brand branding,
            List<String> customDomains) {}

    @GetMapping
    ResponseEntity<Body> get() {
        return answer(profiles.current());
    }

    @PatchMapping
    ResponseEntity<Body> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TenantChange change) {
        return answer(settings.change(ifMatch, change));
    }

    @PutMapping(path = "/logo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Body> changeLogo(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null) throw new Problem.InvalidInput("/file", "required", "This is required.");
        return answer(logos.replace("/file", file));
    }

    @DeleteMapping("/logo")
    ResponseEntity<Body> removeLogo() {
        return answer(logos.remove());
    }

    private ResponseEntity<Body> answer(TenantProfile profile) {
        var tenant = Tenancy.require();
        var branding = profile.branding();
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(profile.version()))
                .body(new Body(
                        tenant.slug(),
                        profile.name(),
                        tenant.country(),
                        profile.locale().toLanguageTag(),
                        tenant.timeZone().getId(),
                        tenant.status().name().toLowerCase(Locale.ROOT),
                        tenant.plan(),
                        new Brand(branding.primaryColor(), addresses.of(branding), branding.cssVariables()),
                        TenantSettings.domains(tenant)));
    }
}
