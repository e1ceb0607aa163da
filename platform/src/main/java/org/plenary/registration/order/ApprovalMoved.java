package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An order waits to be approved, or was approved and is to be paid now. */
public record ApprovalMoved(TenantId tenant, UUID order, boolean approved) implements TenantEvent {}
