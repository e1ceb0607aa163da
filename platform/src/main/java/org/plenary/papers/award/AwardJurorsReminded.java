package org.plenary.papers.award;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Those who have not voted are reminded. @param at in milliseconds; names this reminder */
record AwardJurorsReminded(TenantId tenant, UUID conference, long at) implements TenantEvent {}
