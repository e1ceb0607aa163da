package org.plenary.papers.review;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Papers were given to a reviewer. @param at in milliseconds; names this time of giving */
record ReviewsGiven(TenantId tenant, UUID conference, UUID reviewer, long at) implements TenantEvent {}
