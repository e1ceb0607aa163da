package org.plenary.tenancy;

/** Brings the schemas of all tenants to the newest version; not for the process that serves requests. */
public interface TenantUpgrade {
    /** @return how many tenants failed; each of them is in maintenance and the others are done */
    int run();
}
