package org.plenary.papers.award;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** There is something to vote on, or somebody more who votes: whoever was not asked yet is asked. */
record AwardJurorsAsked(TenantId tenant, UUID conference) implements TenantEvent {}
