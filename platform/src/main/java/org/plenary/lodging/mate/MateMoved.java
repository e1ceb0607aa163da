package org.plenary.lodging.mate;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody was asked to share a room, answered, or was taken out of it again: one of them is to be told. */
record MateMoved(TenantId tenant, UUID conference, UUID mate, Mate.Status to) implements TenantEvent {}
