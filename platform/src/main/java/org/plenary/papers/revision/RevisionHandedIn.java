package org.plenary.papers.revision;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The authors of a paper handed a revision in, or in anew. @param version of the revision */
record RevisionHandedIn(TenantId tenant, UUID paper, long version) implements TenantEvent {}
