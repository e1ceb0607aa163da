package org.plenary.lodging.rooming;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A hotel's people are to hear that there is a new rooming list. */
record ListSent(TenantId tenant, UUID conference, UUID hotel, int number) implements TenantEvent {}
