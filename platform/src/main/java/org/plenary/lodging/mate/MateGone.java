package org.plenary.lodging.mate;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody who shared a room does not any more: they left, or were taken out. */
public record MateGone(TenantId tenant, UUID mate) implements TenantEvent {}
