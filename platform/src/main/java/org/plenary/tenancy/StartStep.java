package org.plenary.tenancy;

/** SPI: one step of a new organization's start, listed for those who manage it until all are done. */
public interface StartStep {
    /** Steps are listed in rising order: look 10, first conference 20, second factor 30, colleagues 40, payments 50, publishing 60. */
    int order();

    /** Message key of the step's name; {@code <key>.hint} says what it is good for. */
    String messageKey();

    /** Where to do it: from the root of the tenant's host, or a whole address on the platform's. */
    String path();

    /** For the bound tenant and whoever asks. */
    boolean isDone();
}
