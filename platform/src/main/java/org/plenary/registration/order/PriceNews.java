package org.plenary.registration.order;

import java.time.Instant;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * The buyer of an unpaid order is to be told of a change of its price.
 *
 * @param periodAt which change it is
 * @param happened whether it has happened; else it is to come
 */
record PriceNews(TenantId tenant, UUID order, Instant periodAt, boolean happened) implements TenantEvent {}
