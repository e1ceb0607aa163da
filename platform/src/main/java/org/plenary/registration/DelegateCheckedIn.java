package org.plenary.registration;

import java.time.Instant;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A delegate was let in for the first time. @param at when it happened, which a device may tell later */
public record DelegateCheckedIn(TenantId tenant, UUID conference, UUID order, UUID delegate, Instant at)
        implements TenantEvent {}
