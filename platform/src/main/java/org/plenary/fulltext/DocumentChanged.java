package org.plenary.fulltext;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Something that can be found was made, changed or removed; published in the transaction that did it. */
public record DocumentChanged(TenantId tenant, String kind, UUID id) implements TenantEvent {}
