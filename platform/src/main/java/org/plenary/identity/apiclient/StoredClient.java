package org.plenary.identity.apiclient;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;

/** A program that may call a tenant's API. */
public record StoredClient(
        String id,
        UUID tenantId,
        String name,
        String secretHash,
        Set<Permission> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
