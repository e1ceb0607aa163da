package org.plenary.registration.group;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody was taken out of a place of a group. @param revision of the place that they had; it names what is known of them */
record PlaceVacated(TenantId tenant, UUID conference, UUID place, int revision) implements TenantEvent {}
