package org.plenary.lodging.hotel;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Rooms that were not taken went back to a hotel. @param cause as in {@link BlockRelease} */
public record BlockReleased(TenantId tenant, UUID conference, UUID hotel, String cause, int roomNights)
        implements TenantEvent {}
