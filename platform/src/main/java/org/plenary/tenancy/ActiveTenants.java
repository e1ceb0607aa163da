package org.plenary.tenancy;

import java.util.function.Consumer;

/** Runs scheduled work for each active tenant in turn, bound to it. */
public interface ActiveTenants {
    /** One tenant's failure is logged and does not stop the others. */
    void forEach(Consumer<Tenant> work);
}
