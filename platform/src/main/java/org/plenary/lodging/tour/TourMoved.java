package org.plenary.lodging.tour;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A tour is short of its minimum while there is still time, or was cancelled: the organizer is to be told. */
record TourMoved(TenantId tenant, UUID conference, UUID tour, boolean cancelled) implements TenantEvent {}
