package org.plenary.lodging.rooming;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A rooming list that is long is to be drawn. */
record RoomingFileAsked(TenantId tenant, UUID conference, UUID hotel, UUID file) implements TenantEvent {}
