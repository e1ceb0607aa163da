package org.plenary.papers.likeness;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A paper is to be compared with all others; may come twice. */
record LikenessDue(TenantId tenant, UUID paper) implements TenantEvent {}
