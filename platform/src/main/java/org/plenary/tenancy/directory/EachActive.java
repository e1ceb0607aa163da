package org.plenary.tenancy.directory;

import java.util.function.Consumer;
import org.plenary.tenancy.ActiveTenants;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class EachActive implements ActiveTenants {
    private static final Logger log = LoggerFactory.getLogger(EachActive.class);

    private final TenantRows rows;

    EachActive(TenantRows rows) {
        this.rows = rows;
    }

    @Override
    public void forEach(Consumer<Tenant> work) {
        for (var tenant : rows.active()) {
            try {
                Tenancy.runAs(tenant, () -> work.accept(tenant));
            } catch (RuntimeException e) {
                log.error("scheduled work failed for tenant={}", tenant.slug(), e);
            }
        }
    }
}
