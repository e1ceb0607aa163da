package org.plenary.registration.privacy;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants a copy of their data that is too large to wait for. */
public record DataCopyAsked(TenantId tenant, UUID conference, UUID copy) implements TenantEvent {}
