package org.plenary.identity.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;

/** The audit trail for the owner's programs: {@code who}, {@code action}, {@code subject}, {@code from} and {@code until} narrow it. */
@RestController
@TenantHost
@Requires(Permission.AUDIT_READ)
@RequestMapping("/api/v1/audit")
class AuditApi {
    private static final TypeReference<Map<String, @Nullable Object>> DETAILS = new TypeReference<>() {};

    private final StoredAuditTrail trail;
    private final AuditFilter filter;
    private final Json json;

    AuditApi(StoredAuditTrail trail, AuditFilter filter, Json json) {
        this.trail = trail;
        this.filter = filter;
        this.json = json;
    }

    /** @param network where the request came from: an IPv4 address, or the network of an IPv6 address, {@code 2001:db8:1:2::/64} */
    record EntryView(
            UUID id,
            Instant at,
            String caller,
            String callerName,
            @Nullable String network,
            String action,
            String subject,
            Map<String, @Nullable Object> details,
            List<Differences.Change> changes) {}

    /** The newest first. */
    @GetMapping
    Page<EntryView> list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale) {
        var most = Page.limit(limit);
        var wanted = filter.read(new Posted(parameters), Tenancy.require().timeZone(), locale)
                .orRefused();
        return Page.of(
                        trail.list(wanted, most + 1, after),
                        most,
                        entry -> entry.id().toString())
                .map(entry -> new EntryView(
                        entry.id(),
                        entry.at(),
                        entry.caller(),
                        entry.callerName(),
                        entry.network(),
                        entry.action(),
                        entry.subject(),
                        json.read(entry.details(), DETAILS),
                        entry.changes()));
    }
}
