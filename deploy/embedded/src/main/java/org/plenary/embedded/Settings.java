package org.plenary.embedded;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to start and where to keep it.
 *
 * @param data folder of all services; one running set per folder
 * @param start the services wanted
 * @param durable whether every commit reaches the disk; false is faster and keeps data only over an orderly stop
 * @param platformPort where the application listens, for the webhooks of the card sandbox
 * @param recording where the card sandbox writes each of its calls and events, for tests; begun anew with each start
 */
public record Settings(
        Path data,
        Set<Kind> start,
        boolean durable,
        int platformPort,
        @Nullable Path recording) {

    public Settings(Path data, Set<Kind> start, boolean durable, int platformPort) {
        this(data, start, durable, platformPort, null);
    }

    public Settings {
        data = data.toAbsolutePath().normalize();
        start = Set.copyOf(start);
        if (platformPort < 1 || platformPort > 65535) {
            throw new IllegalArgumentException("Not a port: " + platformPort);
        }
    }
}
