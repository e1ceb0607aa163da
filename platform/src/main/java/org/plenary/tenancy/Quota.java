package org.plenary.tenancy;

import java.text.NumberFormat;
import java.util.Locale;
import org.plenary.kernel.web.Formats;

/** What a tenant may have only so much of. */
public enum Quota {
    /** People who are registered for conferences that are not archived. */
    DELEGATES,
    /** Conferences that are not archived. */
    CONFERENCES,
    /** People with a role that is in force, and those who are asked to take one; not who only looks on. */
    STAFF,
    /** Bytes of the files that are kept for it. */
    STORAGE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So much of it, as people read it: {@code 1,200}, {@code 1.4 MB}. */
    public String figure(long amount, Locale locale) {
        return this == STORAGE
                ? Formats.bytes(amount, locale)
                : NumberFormat.getIntegerInstance(locale).format(amount);
    }
}
