package org.plenary.lodging.stay;

import java.time.Instant;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Staff ask who booked a room to register. */
public record UnregisteredReminded(TenantId tenant, UUID conference, UUID order, UUID booking, Instant at)
        implements TenantEvent {}
