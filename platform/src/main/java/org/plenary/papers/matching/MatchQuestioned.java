package org.plenary.papers.matching;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants to know why a pair was chosen or not. */
record MatchQuestioned(TenantId tenant, UUID question) implements TenantEvent {}
