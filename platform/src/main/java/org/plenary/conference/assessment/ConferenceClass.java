package org.plenary.conference.assessment;

import java.util.Locale;

/** What an authority takes a conference for. */
enum ConferenceClass {
    GENERAL,
    MAJOR;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
