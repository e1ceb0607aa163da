package org.plenary.papers.call;

import java.time.Instant;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * A deadline of a public call was moved to a later day, and authors are to be told.
 *
 * @param at when it was moved, which tells this move from others
 */
public record CallExtended(TenantId tenant, UUID conference, Stage stage, Instant at) implements TenantEvent {}
