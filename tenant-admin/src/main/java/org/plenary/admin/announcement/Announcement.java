package org.plenary.admin.announcement;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantStatus;

/**
 * What operators tell organizers for a time.
 *
 * @param statuses of the organizations that are told; empty for all
 * @param plans the same
 * @param withdrawnAt null while it stands
 */
record Announcement(
        UUID id,
        Kind kind,
        LocalizedText title,
        LocalizedText body,
        Instant from,
        Instant until,
        List<TenantStatus> statuses,
        List<String> plans,
        Instant publishedAt,
        String publishedBy,
        @Nullable Instant withdrawnAt) {

    /** The most urgent first. */
    enum Kind {
        WARNING("danger"),
        MAINTENANCE("warning"),
        INFO("info");

        private final String tone;

        Kind(String tone) {
            this.tone = tone;
        }

        /** Of the note on organizers' pages. */
        String tone() {
            return tone;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(@Nullable String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst();
        }
    }

    boolean isShown(Instant now) {
        return withdrawnAt == null && !now.isBefore(from) && now.isBefore(until);
    }

    boolean isFor(Tenant tenant) {
        return (statuses.isEmpty() || statuses.contains(tenant.status()))
                && (plans.isEmpty() || plans.contains(tenant.plan()));
    }

    /** Part of the key of its name. */
    String state(Instant now) {
        if (withdrawnAt != null) return "withdrawn";
        if (now.isBefore(from)) return "planned";
        return now.isBefore(until) ? "shown" : "over";
    }
}
