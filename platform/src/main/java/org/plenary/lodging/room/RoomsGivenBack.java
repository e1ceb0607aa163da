package org.plenary.lodging.room;

import java.util.List;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Rooms that were certain are not booked any more: whoever was to sleep there is to be told. */
public record RoomsGivenBack(TenantId tenant, UUID conference, UUID order, List<UUID> rooms) implements TenantEvent {}
