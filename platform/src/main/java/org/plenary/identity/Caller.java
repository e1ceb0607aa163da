package org.plenary.identity;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes the current request.
 *
 * @param id stable: {@code account:<uuid>}, {@code support:<uuid>}, {@code client:<id>} or {@code anonymous}
 * @param name what people call them; for the audit trail and the page's corner
 * @param permissions what they may do here: in the conference that the request is about, or where it is about none, in the
 *     whole organization
 * @param rights what they may do at all
 */
public record Caller(String id, String name, Set<Permission> permissions, Rights rights) {
    private static final String SUPPORT = "support:";
    public static final Caller ANONYMOUS = new Caller("anonymous", "", Set.of());

    /** @param everywhere in the whole organization, @param in what comes to that in single conferences, by their ids */
    public record Rights(Set<Permission> everywhere, Map<UUID, Set<Permission>> in) {
        Set<Permission> at(UUID conference) {
            var here = EnumSet.noneOf(Permission.class);
            here.addAll(everywhere);
            here.addAll(in.getOrDefault(conference, Set.of()));
            return here;
        }
    }

    /** Somebody who may do the same everywhere. */
    public Caller(String id, String name, Set<Permission> permissions) {
        this(id, name, new Rights(permissions, Map.of()));
    }

    public Caller(String id, String name, Rights rights) {
        this(id, name, rights.everywhere(), rights);
    }

    /** As somebody whose request is about this conference. */
    public Caller at(UUID conference) {
        return new Caller(id, name, rights.at(conference), rights);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean mayEverywhere(Permission permission) {
        return rights.everywhere().contains(permission);
    }

    public boolean mayIn(UUID conference, Permission permission) {
        return rights.at(conference).contains(permission);
    }

    /** In one conference at least. */
    public boolean mayAnywhere(Permission permission) {
        return mayEverywhere(permission) || rights.in().values().stream().anyMatch(some -> some.contains(permission));
    }

    /** Whether a right depends on which conference the request is about. */
    public boolean differsByConference() {
        return !rights.in().isEmpty();
    }

    /** Whether they may do anything anywhere. */
    public boolean hasRights() {
        return !rights.everywhere().isEmpty() || differsByConference();
    }

    /** An operator who looks into the organization for a time, see {@link SupportAccesses}. */
    public static Caller support(UUID account, String name) {
        return new Caller(SUPPORT + account, name, Permission.ofSupport());
    }

    public boolean isSupport() {
        return id.startsWith(SUPPORT);
    }

    public boolean isAnonymous() {
        return this.equals(ANONYMOUS);
    }
}
