package org.plenary.registration.waitlist;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody waits now, or waits for something more. */
record EntryJoined(TenantId tenant, UUID conference, UUID entry) implements TenantEvent {}
