package org.plenary.papers.proceedings;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The PDF of a volume is to be made. */
record VolumeAsked(TenantId tenant, UUID run) implements TenantEvent {}
