package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Staff registered somebody who is to pay later, and is to be told how. */
record RegisteredByStaff(TenantId tenant, UUID order) implements TenantEvent {}
