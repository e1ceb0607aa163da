package org.plenary.conference.assessment;

import java.util.Locale;

/** What a conference is about, as far as sizes are judged by it. */
enum Field {
    GENERAL,
    /** Natural sciences, professional and academic: other numbers replace the general ones (requirements, section 0.2, Q3). */
    NATURAL_SCIENCE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
