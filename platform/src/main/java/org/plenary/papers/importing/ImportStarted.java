package org.plenary.papers.importing;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An import was checked and is to be written. */
record ImportStarted(TenantId tenant, UUID job) implements TenantEvent {}
