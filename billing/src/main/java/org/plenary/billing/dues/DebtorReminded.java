package org.plenary.billing.dues;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A reminder of what is overdue is to go out; it is written down already, so there is one of each level. */
record DebtorReminded(TenantId tenant, String reference, UUID document, int level) implements TenantEvent {}
