package org.plenary.tenancy;

/** Where a tenant stands in its life. Only an active one's host works. */
public enum TenantStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    MAINTENANCE,
    /** Closed until it is erased, or had back. */
    DELETING
}
