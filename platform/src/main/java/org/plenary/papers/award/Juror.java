package org.plenary.papers.award;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a conference's jury, who votes by a link of their own.
 *
 * @param email in lower case
 * @param locale in which they are written to
 * @param remindedAt when they were reminded last
 */
record Juror(
        UUID id,
        UUID conference,
        String email,
        String name,
        Locale locale,
        Instant askedAt,
        @Nullable Instant remindedAt) {}
