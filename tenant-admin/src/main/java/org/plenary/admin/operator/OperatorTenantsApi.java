package org.plenary.admin.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.vitals.PlanUse;
import org.plenary.admin.vitals.Usage;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/api/v1/operator/tenants")
class OperatorTenantsApi {
    private final OperatorTenants tenants;
    private final Operating operating;
    private final PlanUse planUse;
    private final Urls urls;

    OperatorTenantsApi(OperatorTenants tenants, Operating operating, PlanUse planUse, Urls urls) {
        this.tenants = tenants;
        this.operating = operating;
        this.planUse = planUse;
        this.urls = urls;
    }

    /**
     * Of storage bytes.
     *
     * @param limit null for none
     */
    record PlanUsed(long used, @Nullable Long limit) {}

    /** @param planUsage of one tenant alone; a list does not count in all of them */
    record Body(
            String slug,
            String name,
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            String plan,
            String country,
            URI url,
            Instant createdAt,
            @Nullable String schemaVersion,
            Usage usage,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, PlanUsed> planUsage) {}

    @GetMapping
    Page<Body> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return tenants.page(q, status, Page.limit(limit), after).map(view -> body(view, null));
    }

    @GetMapping("/{slug}")
    ResponseEntity<Body> get(@PathVariable String slug) {
        return answer(slug);
    }

    @PatchMapping("/{slug}")
    ResponseEntity<Body> change(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TenantOrder order) {
        operating.change(slug, ifMatch, order);
        return answer(slug);
    }

    private ResponseEntity<Body> answer(String slug) {
        var view = tenants.one(slug);
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(Operating.version(view.tenant())))
                .body(body(view, used(view.tenant())));
    }

    private Map<String, PlanUsed> used(Tenant tenant) {
        var used = new LinkedHashMap<String, PlanUsed>();
        for (var use : planUse.of(tenant))
            used.put(use.quota().key(), new PlanUsed(use.used(), use.isLimited() ? use.most() : null));
        return used;
    }

    private Body body(OperatorTenants.TenantView view, @Nullable Map<String, PlanUsed> planUsage) {
        var tenant = view.tenant();
        return new Body(
                tenant.slug(),
                tenant.name(),
                view.status(),
                tenant.statusReason(),
                tenant.plan(),
                tenant.country(),
                urls.tenant(tenant, "/"),
                tenant.createdAt(),
                tenant.schemaVersion(),
                view.usage(),
                planUsage);
    }
}
