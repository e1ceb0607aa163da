package org.plenary.registration.group;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody of a group has a ticket, or is to be sent it again. @param key names the mail: one key is sent once */
record TicketIssued(TenantId tenant, UUID conference, UUID place, String key) implements TenantEvent {}
