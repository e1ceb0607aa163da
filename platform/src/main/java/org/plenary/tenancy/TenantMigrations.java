package org.plenary.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Page;

/** Where each tenant's schema stands, for operators; those that have no schema yet are not among them. */
public interface TenantMigrations {
    enum State {
        /** It was tried and did not work. */
        FAILED,
        /** Of an older version; nobody has tried yet. */
        BEHIND,
        /** Somebody asked for it. */
        WAITING,
        RUNNING,
        CURRENT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param version of its schema
     * @param fresh the schema was made as it is, and not upgraded
     * @param startedAt of the last attempt; null for what was done before anybody noted it
     * @param error of the last attempt, without anything of a person
     * @param failures since the last attempt that worked
     */
    record Migration(
            TenantId tenant,
            String slug,
            String name,
            String version,
            State state,
            boolean fresh,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String error,
            int failures) {
        public @Nullable Duration took() {
            return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
        }
    }

    /** The version that all should have. */
    String wanted();

    /** A state of which there is none is not in it. */
    Map<State, Long> counts();

    /** Those that need somebody first, then by slug. @param after of the page before */
    Page<Migration> page(@Nullable State state, int limit, @Nullable String after);

    /**
     * Has the schema of one tenant upgraded in the background.
     *
     * @throws org.plenary.kernel.Problem.Conflict {@code wrong_status} when there is nothing to do, or it is being done
     */
    void retry(TenantId tenant);
}
