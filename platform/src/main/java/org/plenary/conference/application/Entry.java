package org.plenary.conference.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an application. It is never changed.
 *
 * @param office for which it was done; empty of whoever hands in
 * @param step at which; null of whoever hands in
 * @param onBehalf whether somebody wrote down what an office decided that has nobody here
 */
record Entry(
        Instant at,
        String byId,
        String byName,
        String office,
        @Nullable String step,
        Action action,
        String comment,
        boolean onBehalf,
        int round) {}
