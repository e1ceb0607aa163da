package org.plenary.billing.connect;

import java.util.Locale;

/** How far an organization is from taking cards. */
public enum Standing {
    NOT_STARTED,
    DETAILS_MISSING,
    UNDER_REVIEW,
    ACTIVE,
    OFF,
    DISCONNECTED;

    /** The name in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
