package org.plenary.registration.privacy;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the night job does in the bound tenant: nothing here is kept for longer than it is good for. */
@Component
public class Tidying {
    private final Accesses accesses;
    private final DataCopies copies;
    private final ErasureMails erasures;
    private final PrivacySettings settings;
    private final Clock clock;

    Tidying(Accesses accesses, DataCopies copies, ErasureMails erasures, PrivacySettings settings, Clock clock) {
        this.accesses = accesses;
        this.copies = copies;
        this.erasures = erasures;
        this.settings = settings;
        this.clock = clock;
    }

    public void tidy() {
        var now = clock.instant();
        accesses.removeBefore(now.minus(settings.accessLogKept()));
        copies.removeBefore(now.minus(settings.copyKept()));
        erasures.eraseLate();
    }
}
