package org.plenary.papers.relief;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A late reviewer need not review a paper any more. @param at in milliseconds; names this time of taking */
record ReviewTaken(TenantId tenant, UUID conference, UUID review, long at) implements TenantEvent {}
