package org.plenary.communication.news;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param confirmedAt null until the address was confirmed; before that it gets nothing but the question */
record Subscriber(
        UUID id,
        UUID conference,
        String email,
        Locale locale,
        @Nullable Instant confirmedAt) {}
