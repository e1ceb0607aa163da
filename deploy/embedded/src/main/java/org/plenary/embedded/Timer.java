package org.plenary.embedded;

import java.time.Duration;

/** Time since it was started, independent of the wall clock. */
record Timer(long startedAt) {

    static Timer started() {
        return new Timer(System.nanoTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
