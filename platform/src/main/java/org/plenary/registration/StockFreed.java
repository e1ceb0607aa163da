package org.plenary.registration;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Something that people wait for became free, or there is more of it: the waiting list is to have its turn. */
public record StockFreed(TenantId tenant, UUID conference) implements TenantEvent {}
