package org.plenary.identity.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;

/** Somebody with a role, or a role alone, as a browser sends it. */
record MemberForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String conference,
        @Nullable String until,
        @Nullable String language) {

    static MemberForm blank(String language) {
        return new MemberForm(null, null, null, "", null, language);
    }

    /** @throws Problem.InvalidInput for what is no date */
    WantedRoles.Wish wish() {
        return new WantedRoles.Wish(role, conference, day());
    }

    private @Nullable LocalDate day() {
        if (until == null || until.isBlank()) return null;
        try {
            return TypedTime.day(until.strip());
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/until", "date", "This is not a date.");
        }
    }
}
