package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a registration came from. */
public enum Source {
    ONLINE,
    PAPER,
    PHONE,
    ON_SITE,
    IMPORT;

    /** Those that staff write down for somebody, the most likely at a desk first. */
    static final List<Source> OF_STAFF = List.of(ON_SITE, PHONE, PAPER);

    /** The name in addresses, exports and the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Source> ofStaff(@Nullable String wire) {
        return OF_STAFF.stream().filter(each -> each.wire().equals(wire)).findFirst();
    }
}
