package org.plenary.registration;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An order is paid or free, and certain. */
public record OrderConfirmed(TenantId tenant, UUID order) implements TenantEvent {}
