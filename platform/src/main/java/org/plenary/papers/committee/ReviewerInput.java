package org.plenary.papers.committee;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;

/**
 * Somebody to be asked, as the chairs or a program say it.
 *
 * @param locale in which they are written to
 */
record ReviewerInput(
        @Nullable String name,
        @Nullable String email,
        @Nullable String affiliation,
        Locale locale,
        SeatInput seat) {
    private static final int NAME = 200;
    private static final int AFFILIATION = 300;

    /** What is left out is as most have it. */
    record SeatInput(
            @Nullable Boolean senior,
            @Nullable List<@Nullable String> tracks,
            @Nullable Integer least,
            @Nullable Integer most) {
        static final int DEFAULT_MOST = 6;
        private static final int MOST = 500;

        Seat checked(Violations wrong, String pointer, @Nullable Call call) {
            var chosen = tracks == null ? List.<@Nullable String>of() : tracks;
            for (var i = 0; i < chosen.size(); i++) {
                var track = chosen.get(i);
                var isOffered = track != null && call != null && call.offers(track);
                wrong.check(isOffered, pointer + "/tracks/" + i, "not_offered", "The call has no such track.");
            }
            var low = least == null ? 0 : least;
            var high = most == null ? Math.max(DEFAULT_MOST, low) : most;
            wrong.check(low >= 0 && low <= MOST, pointer + "/least", "range", "From 0 to " + MOST + ".");
            wrong.check(high >= 0 && high <= MOST, pointer + "/most", "range", "From 0 to " + MOST + ".");
            wrong.check(low <= high, pointer + "/most", "least_above_most", "This is less than the least.");
            return new Seat(
                    Boolean.TRUE.equals(senior),
                    chosen.stream().map(String::valueOf).distinct().toList(),
                    low,
                    high);
        }
    }

    void check(Violations wrong, String pointer) {
        wrong.text(pointer + "/name", name, NAME);
        wrong.email(pointer + "/email", email == null ? null : email.strip());
        wrong.optionalText(pointer + "/affiliation", affiliation, AFFILIATION);
    }
}
