package org.plenary.tenancy;

/** SPI: something that operators should look at while there is any of it. */
public interface OperatorConcern {
    /** Asked with each view of the operators' overview, so it is one quick query. */
    Concern now();

    /**
     * @param key of its text, {@code admin.concern.<key>}, which is given the count
     * @param href where it is looked at
     */
    record Concern(String key, long count, String href) {}
}
