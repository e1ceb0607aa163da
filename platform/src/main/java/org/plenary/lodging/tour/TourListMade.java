package org.plenary.lodging.tour;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A numbered list of a tour's participants is to go to its operator. */
record TourListMade(TenantId tenant, UUID conference, UUID tour, int number) implements TenantEvent {}
