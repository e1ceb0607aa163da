package org.plenary.tenancy;

/** An operator suspended, resumed, retired or restored a tenant. */
public record TenantStatusChanged(TenantId tenant, TenantStatus status) implements PlatformEvent {}
