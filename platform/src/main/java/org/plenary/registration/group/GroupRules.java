package org.plenary.registration.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;

/**
 * Whether a conference takes groups, and how.
 *
 * @param most places of one group
 * @param namesUntil the last day, in the conference's zone, on which groups give and change names; null for the day of the start
 */
record GroupRules(boolean allowed, int most, @Nullable LocalDate namesUntil) {
    static final int USUAL_SIZE = 200;
    static final int LARGEST = 500;
    static final GroupRules OFF = new GroupRules(false, USUAL_SIZE, null);

    void check(ConferenceView conference) {
        var found = new Violations();
        if (most < 2 || most > LARGEST)
            found.add("/most", "group_most", "From 2 to " + LARGEST + ".", Map.of("maximum", LARGEST));
        found.check(
                namesUntil == null || !namesUntil.isAfter(conference.endsOn()),
                "/names_until",
                "names_until",
                "Not after the conference.");
        found.throwIfAny();
    }

    LocalDate lastDay(ConferenceView conference) {
        return namesUntil == null ? conference.startsOn() : namesUntil;
    }

    boolean takesNames(ConferenceView conference, Clock clock) {
        return !LocalDate.ofInstant(clock.instant(), conference.timeZone()).isAfter(lastDay(conference));
    }
}
