package org.plenary.identity.apiclient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;

/** A program that may call a tenant's API. @param createdAt when it was issued */
public record StoredClient(
        String id,
        UUID tenantId,
        String name,
        String description,
        Set<Permission> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        Term term,
        Secret secret) {

    /** @param lastDay in the organization's zone; null for no end. @param endsAt when that day is over */
    public record Term(
            @Nullable LocalDate lastDay, @Nullable Instant endsAt) {
        public boolean isOver(Instant now) {
            return endsAt != null && !endsAt.isAfter(now);
        }
    }

    /**
     * @param madeAt null for one that was issued with the client
     * @param formerHash of the one before; good until {@code formerUntil}
     * @param generation tokens of an earlier one are not good any more
     */
    public record Secret(
            String hash,
            @Nullable Instant madeAt,
            @Nullable String formerHash,
            @Nullable Instant formerUntil,
            int generation) {
        public boolean hasFormer(Instant now) {
            return formerHash != null && formerUntil != null && formerUntil.isAfter(now);
        }
    }
}
