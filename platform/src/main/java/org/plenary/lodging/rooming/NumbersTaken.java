package org.plenary.lodging.rooming;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The numbers of a hotel's file were taken, and the guests are to be told theirs. */
record NumbersTaken(TenantId tenant, UUID conference, UUID hotel, UUID file) implements TenantEvent {}
