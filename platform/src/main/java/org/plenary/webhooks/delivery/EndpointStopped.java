package org.plenary.webhooks.delivery;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** We gave up calling an endpoint; its owners are to know. */
record EndpointStopped(TenantId tenant, UUID endpoint) implements TenantEvent {}
