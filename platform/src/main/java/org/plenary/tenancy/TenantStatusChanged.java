package org.plenary.tenancy;

/** An operator suspended or resumed a tenant. */
public record TenantStatusChanged(TenantId tenant, TenantStatus status) implements PlatformEvent {}
