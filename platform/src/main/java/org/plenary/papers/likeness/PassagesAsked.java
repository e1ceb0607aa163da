package org.plenary.papers.likeness;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants to see what both files of a pair have in common. @param state the texts that they saw it of */
record PassagesAsked(TenantId tenant, UUID pair, String state) implements TenantEvent {}
