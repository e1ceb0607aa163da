package org.plenary.tenancy;

import java.util.function.Consumer;

/**
 * Runs work for each tenant that has data in turn, bound to it: for what must hold of all that is kept, and so of tenants too that
 * are closed for a while.
 */
public interface KeptTenants {
    /** @throws RuntimeException of the first tenant whose work fails; those after it are left */
    void forEach(Consumer<Tenant> work);
}
