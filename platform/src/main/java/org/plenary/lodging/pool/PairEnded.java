package org.plenary.lodging.pool;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** One of two who had agreed does not share a room after all. @param order of the other one, who is to be told @param name of who does not */
record PairEnded(TenantId tenant, UUID conference, UUID pair, UUID order, String name) implements TenantEvent {}
