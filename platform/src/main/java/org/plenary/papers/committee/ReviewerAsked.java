package org.plenary.papers.committee;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody is asked to review, or asked once more. */
record ReviewerAsked(TenantId tenant, UUID reviewer) implements TenantEvent {}
