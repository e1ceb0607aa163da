package org.plenary.tenancy;

import java.time.LocalDate;
import java.util.Optional;

/** SPI: what has to be kept of a tenant that is erased, because the law wants it or a policy says so. */
public interface TenantRemains {
    /**
     * @param kind the last part of a message key, such as {@code invoices}
     * @param until the last day on which it is kept
     */
    record Remain(String kind, long count, LocalDate until) {}

    /** Empty when there is nothing of it. */
    Optional<Remain> of(TenantId tenant);
}
