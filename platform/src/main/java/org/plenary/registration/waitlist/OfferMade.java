package org.plenary.registration.waitlist;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** What somebody waited for is held for them. */
record OfferMade(TenantId tenant, UUID conference, UUID entry) implements TenantEvent {}
