package org.plenary.tenancy;

/** A tenant's data was replaced by that of a backup; whoever keeps something that follows from it makes that anew. */
public record TenantRestored(TenantId tenant) implements TenantEvent {}
