package org.plenary.registration.waitlist;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The organizer ended somebody's waiting. */
record EntryEnded(TenantId tenant, UUID conference, UUID entry) implements TenantEvent {}
