package org.plenary.lodging.split;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody was asked to pay their part of a room, or that ended: who is concerned is to be told, and an order over it to be ended. */
record SplitMoved(TenantId tenant, UUID split, Split.Status to) implements TenantEvent {}
