package org.plenary.tenancy.directory;

import java.util.function.Consumer;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

@Component
class EachKept implements KeptTenants {
    private final TenantRows rows;

    EachKept(TenantRows rows) {
        this.rows = rows;
    }

    @Override
    public void forEach(Consumer<Tenant> work) {
        for (var tenant : rows.kept()) Tenancy.runAs(tenant, () -> work.accept(tenant));
    }
}
