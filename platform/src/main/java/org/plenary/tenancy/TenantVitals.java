package org.plenary.tenancy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * SPI: what a module tells operators of the bound tenant. Numbers, times and hosts of programs; never anything of a person. A job
 * asks for it, tenant after tenant.
 */
public interface TenantVitals {
    /** @param since the first month whose arrivals are counted; months are those of UTC */
    List<Vital> of(YearMonth since);

    sealed interface Vital {}

    enum Kind {
        CONFERENCES,
        /** Those whose registration is confirmed. */
        DELEGATES
    }

    /** How many came in a month. */
    record Came(Kind kind, YearMonth month, long count) implements Vital {}

    /** When somebody of its staff, or a program of theirs, last did something. */
    record LastActive(Instant at) implements Vital {}

    /**
     * A program of the tenant's that is told nothing any more, or not everything.
     *
     * @param failures how many of its messages did not get through
     * @param stopped nothing is sent any more
     */
    record Unreached(UUID endpoint, String host, int failures, Instant since, boolean stopped) implements Vital {}
}
