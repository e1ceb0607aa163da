package org.plenary.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service that is up. No service asks for a password.
 *
 * @param address URL as its client wants it: {@code jdbc:postgresql:}, {@code redis:}, {@code http:}, {@code smtp:}
 * @param log what the process printed; null for a service inside this process
 * @param startedIn from the call until the service answered
 */
public record Service(
        Kind kind,
        String name,
        String address,
        @Nullable String user,
        @Nullable String database,
        @Nullable Path log,
        long pid,
        Duration startedIn) {}
