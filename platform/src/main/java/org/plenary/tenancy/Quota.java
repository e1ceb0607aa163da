package org.plenary.tenancy;

import java.util.Locale;

/** What a tenant may have only so much of. */
public enum Quota {
    /** People who are registered for conferences that are not archived. */
    DELEGATES,
    /** Conferences that are not archived. */
    CONFERENCES;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
