package org.plenary.registration;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An order expired unpaid or was cancelled; what it held is free again. */
public record OrderEnded(TenantId tenant, UUID order, boolean cancelled) implements TenantEvent {}
