package org.plenary.embedded;

import java.nio.file.Path;
import java.util.Set;

/**
 * What to start and where to keep it.
 *
 * @param data folder of all services; one running set per folder
 * @param start the services wanted
 * @param durable whether every commit reaches the disk; false is faster and keeps data only over an orderly stop
 * @param platformPort where the application listens, for the webhooks of the card sandbox
 */
public record Settings(Path data, Set<Kind> start, boolean durable, int platformPort) {

    public Settings {
        data = data.toAbsolutePath().normalize();
        start = Set.copyOf(start);
        if (platformPort < 1 || platformPort > 65535) {
            throw new IllegalArgumentException("Not a port: " + platformPort);
        }
    }
}
