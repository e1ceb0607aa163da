package org.plenary.communication.sender;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants answers to go to an address, which is to be proved first. */
record ReplyToAsked(TenantId tenant, UUID request, String language) implements TenantEvent {}
