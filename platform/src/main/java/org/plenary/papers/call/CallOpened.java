package org.plenary.papers.call;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A conference has a call for papers, for the first time. */
record CallOpened(TenantId tenant, UUID conference) implements TenantEvent {}
