package org.plenary.lodging.pool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Two in the pool share a room from now on, and may know each other.
 *
 * @param mate in the room of one of them; null when neither has one yet
 */
record PoolMatched(
        TenantId tenant,
        UUID conference,
        UUID request,
        UUID first,
        UUID second,
        @Nullable UUID mate) implements TenantEvent {}
