package org.plenary.tenancy;

/** An operator wants the upgrade of one tenant's schema tried again. */
public record TenantUpgradeAsked(TenantId tenant) implements PlatformEvent {}
