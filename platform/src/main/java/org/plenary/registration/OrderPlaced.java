package org.plenary.registration;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An order is written and holds what is in it; whether it is certain, others tell. */
public record OrderPlaced(TenantId tenant, UUID order) implements TenantEvent {}
