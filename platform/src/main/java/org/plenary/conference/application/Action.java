package org.plenary.conference.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does with an application. */
enum Action {
    HAND_IN,
    AGREE,
    /** Back to the applicant: to answer where the chain has a step for it, else to begin anew. */
    RETURN,
    REJECT,
    ANSWER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Action> of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }

    /** Whether it says nothing without a reason. */
    boolean needsComment() {
        return this == RETURN || this == REJECT || this == ANSWER;
    }
}
