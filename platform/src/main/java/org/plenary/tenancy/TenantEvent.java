package org.plenary.tenancy;

/** Something that happened to what a tenant owns. It holds ids, no personal data; listeners run as its tenant. */
public interface TenantEvent {
    TenantId tenant();
}
