package org.plenary.registration.calloff;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The orders of a cancelled conference are to be ended, or the rest of them. */
record CallOffStarted(TenantId tenant, UUID conference) implements TenantEvent {}
