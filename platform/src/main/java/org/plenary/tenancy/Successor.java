package org.plenary.tenancy;

import org.jspecify.annotations.Nullable;

/** SPI: what goes on from where it was, although an older state takes the place of a tenant's data: given numbers, calls that were made. */
public interface Successor {
    /**
     * In the transaction in which the schemas are exchanged; no tenant is bound.
     *
     * @param before the schema that was in use, which may be damaged; null when there is none any more
     * @param restored the schema that takes its place; both names are safe within SQL
     */
    void follow(@Nullable String before, String restored);
}
