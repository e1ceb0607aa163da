package org.plenary.tenancy;

import java.time.Instant;

/** Puts another schema in the place of a tenant's own, in one step. */
public interface TenantSwitch {
    /**
     * Closes the site of an active tenant, with a notice, so that nobody writes what would be lost. Repeats safely.
     *
     * @return what it was before
     */
    TenantStatus hold(TenantId tenant);

    /** Opens it again, when nothing was replaced after all. */
    void release(TenantId tenant);

    /**
     * From now on this is the tenant's schema, and its site is open if it was held, or closed because an upgrade of the other one had failed; publishes {@link TenantRestored}. In the
     * caller's transaction.
     *
     * @param keptUntil how long the schema that was in use until now is kept
     * @return the name of that one
     */
    String replace(TenantId tenant, String schema, String version, Instant keptUntil);

    /** What is known of a tenant that is gone. */
    record Known(
            TenantId id,
            TenantRegistry.NewTenant tenant,
            Branding branding,
            String schema,
            String version,
            Instant createdAt,
            int generation) {}

    /**
     * Has a tenant back under its old id; publishes {@link TenantRestored}. In the caller's transaction.
     *
     * @throws org.plenary.kernel.Problem.Conflict {@code slug_taken} when somebody else has its address by now
     */
    void revive(Known known);
}
