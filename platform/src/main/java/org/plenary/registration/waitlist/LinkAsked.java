package org.plenary.registration.waitlist;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody who waits already wanted to join again, and is sent the link. */
record LinkAsked(TenantId tenant, UUID conference, UUID entry) implements TenantEvent {}
