package org.plenary.conference.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.theme.AlikeConferences.Comparison;

/**
 * An application for a conference.
 *
 * @param answers what nothing else knows, by the key of the rule's field
 * @param step of the chain at which it waits; null with its applicant, and at the end
 * @param round how often it was handed in
 * @param waitingSince when it came to where it is
 * @param handedInBy the caller who did it last
 * @param approval the last one; it stays while another is asked for
 * @param similar which conferences were about the same when it was handed in last (PLAN-22); null while it was not
 * @param version 0 while nobody has begun one
 */
record Application(
        Map<String, String> answers,
        List<Guest> guests,
        State state,
        @Nullable String step,
        int round,
        @Nullable Instant waitingSince,
        @Nullable String handedInBy,
        @Nullable Approval approval,
        @Nullable Comparison similar,
        long version) {
    static final Application NONE =
            new Application(Map.of(), List.of(), State.DRAFT, null, 0, null, null, null, null, 0);

    enum State {
        DRAFT,
        UNDER_REVIEW,
        APPROVED,
        REJECTED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A foreign delegate, as the authority asks for them. */
    record Guest(String name, String nationality, String unit, String post) {
        boolean isComplete() {
            return !name.isBlank() && !nationality.isBlank() && !unit.isBlank() && !post.isBlank();
        }
    }

    /** The authority's document, and what it was given for. */
    record Approval(String number, LocalDate on, Scope scope) {}

    /** What was approved: more than this needs another approval (APPR-14). */
    record Scope(
            String nameZh, String nameEn, LocalDate startsOn, LocalDate endsOn, String place, int foreign, int total) {}

    Chain.Place place() {
        return new Chain.Place(state, step);
    }

    Application filled(Map<String, String> newAnswers, List<Guest> newGuests) {
        return new Application(
                newAnswers, newGuests, state, step, round, waitingSince, handedInBy, approval, similar, version);
    }

    Application moved(Chain.Place to, Instant at) {
        return new Application(
                answers, guests, to.state(), to.step(), round, at, handedInBy, approval, similar, version);
    }

    Application handedIn(Chain.Place to, String by, Instant at, Comparison compared) {
        return new Application(answers, guests, to.state(), to.step(), round + 1, at, by, approval, compared, version);
    }

    Application approved(Approval by) {
        return new Application(answers, guests, state, step, round, waitingSince, handedInBy, by, similar, version);
    }
}
