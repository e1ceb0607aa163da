package org.plenary.embedded.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own time: real time plus what it was advanced by. It never goes back but by a reset. */
final class SandboxClock extends Clock {
    private static final String ID = "setting_clock";

    private final Clock real;
    private final Store store;

    SandboxClock(Clock real, Store store) {
        this.real = real;
        this.store = store;
    }

    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time goes forward only");
        }
        store.transact(() -> {
            ObjectNode setting = Json.object();
            setting.put("id", ID);
            setting.put("offset", offset() + by.toMillis());
            return store.put(Store.OWN, setting);
        });
    }

    long seconds() {
        return instant().getEpochSecond();
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offset());
    }

    private long offset() {
        return store.find(Store.OWN, ID)
                .map(setting -> Json.number(setting, "offset"))
                .orElse(0L);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SandboxClock(real.withZone(zone), store);
    }
}
