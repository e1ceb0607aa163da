package org.plenary.registration.privacy;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The access log for the owner's programs: {@code who}, {@code way}, {@code conference}, {@code from} and {@code until} narrow it. */
@RestController
@TenantHost
@RequestMapping("/api/v1/access-log")
@Requires(Permission.AUDIT_READ)
class AccessLogApi {
    private final Accesses accesses;
    private final AccessFilter filter;

    AccessLogApi(Accesses accesses, AccessFilter filter) {
        this.accesses = accesses;
        this.filter = filter;
    }

    @GetMapping
    Page<Accesses.Access> list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale) {
        var rows = Page.limit(limit);
        var wanted = filter.read(new Posted(parameters), locale).orRefused();
        return Page.of(
                accesses.list(wanted, rows + 1, after), rows, row -> row.id().toString());
    }
}
