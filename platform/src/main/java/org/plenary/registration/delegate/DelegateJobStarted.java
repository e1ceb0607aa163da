package org.plenary.registration.delegate;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Work on many delegates is to be done. */
record DelegateJobStarted(TenantId tenant, UUID conference, UUID job) implements TenantEvent {}
