package org.plenary.admin;

import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The record that proves a tenant's domain is gone. @param lost whether the domain is out of use by now */
public record DomainMissed(TenantId tenant, String domain, boolean lost) implements TenantEvent {}
