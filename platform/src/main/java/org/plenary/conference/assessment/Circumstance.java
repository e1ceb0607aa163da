package org.plenary.conference.assessment;

import java.util.Locale;

/** What makes a conference a major one besides its size (APPR-02 to APPR-08). */
enum Circumstance {
    UN_SESSION,
    IMPORTANT_ORGANIZATION_SESSION,
    SENSITIVE_QUESTION,
    MINISTER_OR_FORMER_HEAD,
    STATE_LEADER,
    NPC_CPPCC_COURT_LEADER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
