package org.plenary.conference;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A conference's application came to whoever is to do something with it now. @param version which it has there */
public record ApprovalAwaited(TenantId tenant, UUID conference, long version) implements TenantEvent {}
