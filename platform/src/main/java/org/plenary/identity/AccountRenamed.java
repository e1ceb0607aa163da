package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody who works for this tenant has another name or e-mail address. */
public record AccountRenamed(TenantId tenant, UUID account) implements TenantEvent {}
