package org.plenary.tenancy;

/** A tenant's schema is there and its host works. */
public record TenantProvisioned(TenantId tenant) implements TenantEvent {}
