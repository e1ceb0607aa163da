package org.plenary.lodging.contact;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody of a hotel was let in, or is to get the mail once more. */
record ContactInvited(TenantId tenant, UUID contact) implements TenantEvent {}
