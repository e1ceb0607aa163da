package org.plenary.bench;

/** One thing that is measured. */
interface Scenario {
    /** As it is named on the command line. */
    String name();

    void measure(Platform platform, Report report) throws Exception;
}
