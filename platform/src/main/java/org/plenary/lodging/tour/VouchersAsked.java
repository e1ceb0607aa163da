package org.plenary.lodging.tour;

import java.time.Instant;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants the vouchers of an order by mail. @param at the minute: one in each is enough */
record VouchersAsked(TenantId tenant, UUID conference, UUID order, Instant at) implements TenantEvent {}
