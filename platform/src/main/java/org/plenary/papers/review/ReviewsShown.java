package org.plenary.papers.review;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Authors see the reviews of their papers from now on. @param at in milliseconds; names this time of showing */
record ReviewsShown(TenantId tenant, UUID conference, long at) implements TenantEvent {}
