package org.plenary.billing.bank;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A statement is to be worked off. */
record StatementStarted(TenantId tenant, UUID statement) implements TenantEvent {}
