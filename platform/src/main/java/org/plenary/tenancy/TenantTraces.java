package org.plenary.tenancy;

/** SPI: what one part of the platform holds of a tenant. Counted before an erasure, and after it, when it must be nothing. */
public interface TenantTraces {
    /** What is counted; each kind once, and the last part of a message key, such as {@code documents}. */
    String kind();

    /** @param schema where its tables are, or were: made by us, never by anybody else */
    long count(TenantId tenant, String schema);
}
