package org.plenary.conference.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sits in a body.
 *
 * @param id of the seat, by which their role knows where it comes from
 * @param name as it is shown with the body
 * @param email in lower case
 * @param account of somebody who worked for the conference already when they came; null for everybody else
 * @param until the last day; null for no end
 */
record BodyMember(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable UUID account,
        boolean isChair,
        @Nullable LocalDate until) {

    /** Whether their time is over; templates call it. */
    public boolean isOver(LocalDate today) {
        return until != null && today.isAfter(until);
    }
}
