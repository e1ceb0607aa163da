package org.plenary.papers.relief;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A reviewer was asked to step in. @param at in milliseconds; names this time of asking */
record ReliefAsked(TenantId tenant, UUID conference, UUID review, long at) implements TenantEvent {}
