package org.plenary.admin;

import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Everything that a leaving tenant has can be downloaded. */
public record TenantExported(TenantId tenant) implements TenantEvent {}
