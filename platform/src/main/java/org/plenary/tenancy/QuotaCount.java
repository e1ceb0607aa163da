package org.plenary.tenancy;

/** SPI: counts what the bound tenant has of one quota. */
public interface QuotaCount {
    Quota quota();

    long now();
}
