package org.plenary.tenancy;

/** Makes and measures tenants' schemas. */
public interface TenantSchemas {
    /** How a schema came about: taken from the spares made ahead, or made on the spot. */
    enum Origin {
        SPARE,
        SCRIPT
    }

    /**
     * Gives the tenant its schema at the newest version. Repeats safely: a tenant that has its schema keeps it.
     *
     * @return where it came from, SPARE also when it was there already
     */
    Origin provision(TenantId tenant);

    /** Makes spare schemas until there are this many; returns how many it made. */
    int keepSpares(int wanted);
}
