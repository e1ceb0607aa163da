package org.plenary.bench;

/** One thing that is measured. */
interface Scenario {
    /** As it is named on the command line. */
    String name();

    /** Whether it is left out when no scenario is named. */
    default boolean isOnlyWhenNamed() {
        return false;
    }

    /** About how long it takes on two quiet processors, what it prepares included. */
    int seconds(Settings settings);

    void measure(Platform platform, Report report) throws Exception;
}
