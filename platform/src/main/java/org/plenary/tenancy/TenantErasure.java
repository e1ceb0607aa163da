package org.plenary.tenancy;

/** Takes a tenant away for good. */
public interface TenantErasure {
    /**
     * Drops the tenant's schema and removes the tenant with all that the platform's own tables hold of it, and publishes
     * {@link TenantErased}, in the caller's transaction. Repeats safely.
     */
    void erase(TenantId tenant);
}
