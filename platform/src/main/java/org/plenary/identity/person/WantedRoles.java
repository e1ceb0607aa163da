package org.plenary.identity.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.identity.ConferenceNames;
import org.plenary.identity.Permission;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;

/** Checks which role somebody is to be given: nobody gives more rights than they have themselves at that place. */
@Component
class WantedRoles {
    private final ConferenceNames conferences;
    private final Callers callers;
    private final People people;

    WantedRoles(ConferenceNames conferences, Callers callers, People people) {
        this.conferences = conferences;
        this.callers = callers;
        this.people = people;
    }

    /**
     * As it was sent.
     *
     * @param role its code
     * @param conference slug; null or blank for the whole organization
     * @param until the last day; null for no end
     */
    record Wish(
            @Nullable String role,
            @Nullable String conference,
            @Nullable LocalDate until) {
        static Wish of(@Nullable String role) {
            return new Wish(role, null, null);
        }

        TreeMap<String, Object> forAudit() {
            var details = new TreeMap<String, Object>();
            details.put("role", String.valueOf(role));
            if (conference != null && !conference.isBlank()) details.put("conference", conference);
            if (until != null) details.put("until", until.toString());
            return details;
        }
    }

    /** @return empty when something was found to be wrong with it */
    Optional<Grants.Wanted> check(Violations found, Wish wish) {
        var role = wish.role() == null ? Optional.<Role>empty() : Role.ofCode(wish.role());
        found.check(role.isPresent(), "/role", "unknown_role", "There is no such role.");
        var isForAll = wish.conference() == null || wish.conference().isBlank();
        var conference = isForAll ? Optional.<UUID>empty() : conferences.idOf(String.valueOf(wish.conference()));
        if (!isForAll && conference.isEmpty())
            found.add("/conference", "unknown_conference", "There is no such conference.");
        if (wish.until() != null && wish.until().isBefore(people.today()))
            found.add("/until", "day_over", "This day is over.");
        if (role.isEmpty() || isForAll != conference.isEmpty()) return Optional.empty();
        if (!isForAll && !role.get().isOfConferences())
            found.add("/conference", "role_of_organization", "This role is one for the whole organization.");
        if (!mayGive(role.get(), conference.orElse(null)))
            found.add("/role", "beyond_own_rights", "Nobody can give more rights than they have.");
        return found.isEmpty()
                ? Optional.of(new Grants.Wanted(role.get(), conference.orElse(null), wish.until(), null, null))
                : Optional.empty();
    }

    /** The roles for one conference that the caller may give in the one that the request is about. */
    List<Role> givableHere() {
        var caller = callers.current();
        return Arrays.stream(Role.values())
                .filter(Role::isOfConferences)
                .filter(role -> caller.permissions().containsAll(role.permissions()))
                .toList();
    }

    private boolean mayGive(Role role, @Nullable UUID conference) {
        var caller = callers.current();
        return role.permissions().stream().allMatch(permission -> may(caller, permission, conference));
    }

    private static boolean may(Caller caller, Permission permission, @Nullable UUID conference) {
        return conference == null ? caller.mayEverywhere(permission) : caller.mayIn(conference, permission);
    }
}
