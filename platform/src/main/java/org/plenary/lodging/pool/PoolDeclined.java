package org.plenary.lodging.pool;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody in the pool does not want to share. @param order of who had asked */
record PoolDeclined(TenantId tenant, UUID conference, UUID request, UUID order) implements TenantEvent {}
