package org.plenary.tenancy.persistence;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** Tells Hibernate which schema a session is for. */
final class BoundSchema implements CurrentTenantIdentifierResolver<String> {
    @Override
    public String resolveCurrentTenantIdentifier() {
        return Tenancy.current().map(Tenant::schema).orElse(TenantDataSource.CONTROL);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
