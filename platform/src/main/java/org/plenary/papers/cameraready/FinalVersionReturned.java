package org.plenary.papers.cameraready;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An editor sent a final version back. @param at milliseconds, so that each time is told once */
record FinalVersionReturned(TenantId tenant, UUID paper, long at) implements TenantEvent {}
