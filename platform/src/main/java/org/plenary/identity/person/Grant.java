package org.plenary.identity.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds.
 *
 * @param id null for one that the version before wrote, which had no rows for roles
 * @param conference null for the whole organization
 * @param until its last day, in the organization's time zone; null for no end
 * @param partner the partner organization whose people it was given to; null for the organization's own
 * @param seat the membership of a body of the conference that it comes with; null for one given by itself
 */
public record Grant(
        @Nullable UUID id,
        Role role,
        @Nullable UUID conference,
        @Nullable LocalDate until,
        @Nullable UUID partner,
        @Nullable UUID seat) {

    /** Whether it still counts on this day. */
    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    boolean isForAll() {
        return conference == null;
    }

    boolean isLastingOwner() {
        return role == Role.OWNER && until == null;
    }
}
