package org.plenary.identity.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.plenary.identity.Caller;
import org.plenary.identity.Permission;

/**
 * Somebody who works for the bound tenant.
 *
 * @param grants their roles, ended ones included, those for the whole organization first; never empty
 */
public record Person(UUID id, UUID accountId, String email, String name, List<Grant> grants, Instant createdAt) {
    private static final Comparator<Grant> MAIN_FIRST =
            Comparator.comparing((Grant grant) -> !grant.isForAll()).thenComparing(Grant::role);

    public Person {
        grants = grants.stream().sorted(MAIN_FIRST).toList();
    }

    /** Their main role: of those for the whole organization, or else of those for one conference. */
    public Role role() {
        return grants.getFirst().role();
    }

    /** What all their roles together let them do on this day. */
    public Caller.Rights rights(LocalDate day) {
        var everywhere = EnumSet.noneOf(Permission.class);
        var in = new HashMap<UUID, Set<Permission>>();
        for (var grant : grants) {
            if (!grant.holdsOn(day)) continue;
            var conference = grant.conference();
            if (conference == null) everywhere.addAll(grant.role().permissions());
            else
                in.computeIfAbsent(conference, id -> EnumSet.noneOf(Permission.class))
                        .addAll(grant.role().permissions());
        }
        return new Caller.Rights(everywhere, in);
    }

    /** With some of their roles, of which there is one at least. */
    Person only(Predicate<Grant> some) {
        return new Person(
                id, accountId, email, name, grants.stream().filter(some).toList(), createdAt);
    }

    boolean isStaff() {
        return grants.stream().anyMatch(grant -> grant.role() != Role.HOTEL_CONTACT);
    }
}
