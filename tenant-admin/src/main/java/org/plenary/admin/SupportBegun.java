package org.plenary.admin;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An operator may look into a tenant. */
public record SupportBegun(TenantId tenant, UUID access) implements TenantEvent {}
