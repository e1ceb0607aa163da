package org.plenary.papers.matching;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants to know who should review what. */
record MatchAsked(TenantId tenant, UUID run) implements TenantEvent {}
