package org.plenary.papers.committee;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody said that they review. */
record ReviewerAccepted(TenantId tenant, UUID reviewer) implements TenantEvent {}
