package org.plenary.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Page;

/** Looks tenants up. Answers may be some seconds old on other nodes than the one that changed the tenant. */
public interface TenantDirectory {
    Optional<Tenant> bySlug(String slug);

    /** The tenant whose own host this is. */
    Optional<Tenant> byDomain(String host);

    Optional<Tenant> byId(TenantId id);

    /** Whether a tenant, in whatever state, holds this slug; asks the database. */
    boolean isTaken(String slug);

    /**
     * A page of all tenants by slug, for operators.
     *
     * @param query part of the slug or name, or null
     * @param after the slug that the page before ended with, or null
     */
    Page<Tenant> page(@Nullable String query, @Nullable TenantStatus status, int limit, @Nullable String after);
}
