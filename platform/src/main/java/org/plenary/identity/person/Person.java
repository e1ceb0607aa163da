package org.plenary.identity.person;

import java.time.Instant;
import java.util.UUID;

/** Somebody who works for the bound tenant. */
public record Person(UUID id, UUID accountId, String email, String name, Role role, Instant createdAt) {}
