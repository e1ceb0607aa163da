package org.plenary.lodging.rooming;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A late check-out was accepted or refused: who asked for it is to be told. */
record LateAnswered(TenantId tenant, UUID conference, UUID stay) implements TenantEvent {}
