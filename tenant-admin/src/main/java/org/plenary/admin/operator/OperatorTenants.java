package org.plenary.admin.operator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.vitals.TenantUsage;
import org.plenary.admin.vitals.Usage;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantStatus;
import org.springframework.stereotype.Component;

/** All tenants with their usage, for the operator. */
@Component
class OperatorTenants {
    private final TenantDirectory directory;
    private final TenantUsage usage;

    OperatorTenants(TenantDirectory directory, TenantUsage usage) {
        this.directory = directory;
        this.usage = usage;
    }

    record TenantView(Tenant tenant, Usage usage) {
        String status() {
            return tenant.status().name().toLowerCase(Locale.ROOT);
        }
    }

    Page<TenantView> page(@Nullable String query, @Nullable String status, int limit, @Nullable String after) {
        var page = directory.page(query, status(status), limit, after);
        var usages = usage.of(page.items());
        return page.map(tenant -> view(tenant, usages));
    }

    TenantView one(String slug) {
        var tenant = tenant(slug);
        return view(tenant, usage.of(List.of(tenant)));
    }

    /** @throws Problem.NotFound when there is none of this slug */
    Tenant tenant(String slug) {
        return directory.bySlug(slug).orElseThrow(() -> new Problem.NotFound("The tenant"));
    }

    private static TenantView view(Tenant tenant, Map<String, Usage> usages) {
        return new TenantView(tenant, usages.getOrDefault(tenant.schema(), Usage.NONE));
    }

    static @Nullable TenantStatus status(@Nullable String asked) {
        if (asked == null || asked.isBlank()) return null;
        for (var status : TenantStatus.values())
            if (status.name().toLowerCase(Locale.ROOT).equals(asked)) return status;
        throw new Problem.InvalidInput(
                "/status", "choice", "One of: provisioning, active, suspended, maintenance, deleting.");
    }
}
