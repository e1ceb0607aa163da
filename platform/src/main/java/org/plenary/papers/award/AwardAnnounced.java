package org.plenary.papers.award;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Everybody may know who won. */
record AwardAnnounced(TenantId tenant, UUID award) implements TenantEvent {}
