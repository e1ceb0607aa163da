package org.plenary.tenancy;

/** A tenant and its schema are gone for good; whoever keeps something of it elsewhere removes that now. */
public record TenantErased(TenantId tenant) implements PlatformEvent {}
