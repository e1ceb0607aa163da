package org.plenary.lodging.pool;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody in the pool wants to share with another one. @param order of who is asked */
record PoolAsked(TenantId tenant, UUID conference, UUID request, UUID order) implements TenantEvent {}
