package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Staff made a change that who ordered is to pay for. */
public record ChangeWaits(TenantId tenant, UUID order, UUID change) implements TenantEvent {}
