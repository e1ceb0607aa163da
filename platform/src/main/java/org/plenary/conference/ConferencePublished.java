package org.plenary.conference;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A conference's public page is there for everybody. */
public record ConferencePublished(TenantId tenant, UUID conference) implements TenantEvent {}
