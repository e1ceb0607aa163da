package org.plenary.papers.submission;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody who was named as an author says that they are none. */
record CoauthorDeclined(TenantId tenant, UUID coauthor) implements TenantEvent {}
