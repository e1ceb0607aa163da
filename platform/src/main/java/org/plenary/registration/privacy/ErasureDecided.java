package org.plenary.registration.privacy;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Staff said yes or no to somebody who wants to be forgotten. */
public record ErasureDecided(TenantId tenant, UUID conference, UUID erasure) implements TenantEvent {}
