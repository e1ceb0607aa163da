package org.plenary.identity.person;

import static org.plenary.identity.Permission.AUDIT_READ;
import static org.plenary.identity.Permission.BILLING_READ;
import static org.plenary.identity.Permission.BILLING_WRITE;
import static org.plenary.identity.Permission.CONFERENCE_READ;
import static org.plenary.identity.Permission.CONFERENCE_WRITE;
import static org.plenary.identity.Permission.LODGING_HOTEL;
import static org.plenary.identity.Permission.PAPERS_READ;
import static org.plenary.identity.Permission.PAPERS_WRITE;
import static org.plenary.identity.Permission.REGISTRATION_READ;
import static org.plenary.identity.Permission.REGISTRATION_WRITE;
import static org.plenary.identity.Permission.STAFF_WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plenary.identity.Permission;

/**
 * What a person does for an organization or for one conference, and all that follows from it: this is the only table of
 * rights. The page of roles and {@code deploy/docs/roles.md} are made from it. The order is that in which roles are named;
 * of several, the first is somebody's main one.
 */
public enum Role {
    OWNER(Permission.ofTenant()),
    SECRETARY_GENERAL(Set.of(
            CONFERENCE_READ,
            CONFERENCE_WRITE,
            REGISTRATION_READ,
            REGISTRATION_WRITE,
            PAPERS_READ,
            PAPERS_WRITE,
            BILLING_READ,
            STAFF_WRITE)),
    ORGANIZER(Set.of(
            CONFERENCE_READ, CONFERENCE_WRITE, REGISTRATION_READ, REGISTRATION_WRITE, PAPERS_READ, PAPERS_WRITE)),
    SECRETARIAT(Set.of(CONFERENCE_READ, CONFERENCE_WRITE, REGISTRATION_READ, REGISTRATION_WRITE, PAPERS_READ)),
    ORGANIZING_COMMITTEE(Set.of(CONFERENCE_READ, PAPERS_READ)),
    PROGRAMME_COMMITTEE(Set.of(CONFERENCE_READ, PAPERS_READ, PAPERS_WRITE)),
    REVIEWER_DESK(Set.of(CONFERENCE_READ, PAPERS_READ, PAPERS_WRITE)),
    REGISTRATION_DESK(Set.of(CONFERENCE_READ, REGISTRATION_READ, REGISTRATION_WRITE)),
    FOREIGN_REGISTRATION(Set.of(CONFERENCE_READ, REGISTRATION_READ, REGISTRATION_WRITE)),
    DOMESTIC_REGISTRATION(Set.of(CONFERENCE_READ, REGISTRATION_READ, REGISTRATION_WRITE)),
    FINANCE(Set.of(CONFERENCE_READ, REGISTRATION_READ, BILLING_READ, BILLING_WRITE)),
    SECURITY(Set.of(CONFERENCE_READ, REGISTRATION_READ)),
    IT(Set.of(CONFERENCE_READ, CONFERENCE_WRITE)),
    PUBLICITY(Set.of(CONFERENCE_READ, CONFERENCE_WRITE)),
    HR(Set.of(CONFERENCE_READ)),
    SALES(Set.of(CONFERENCE_READ)),
    VIP_RECEPTION(Set.of(CONFERENCE_READ, REGISTRATION_READ)),
    DOOR_STAFF(Set.of(CONFERENCE_READ, REGISTRATION_READ)),
    AUDITOR(Set.of(CONFERENCE_READ, BILLING_READ, AUDIT_READ)),
    SUPERVISING_AUTHORITY(Set.of(CONFERENCE_READ)),
    /** No staff: somebody of a hotel, let in for that hotel alone. */
    HOTEL_CONTACT(Set.of(LODGING_HOTEL));

    /** What the version before this one can read; it knew one role of a person, for the whole organization. */
    private static final Set<Role> KNOWN_BEFORE =
            EnumSet.of(OWNER, ORGANIZER, REVIEWER_DESK, REGISTRATION_DESK, FINANCE);

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = EnumSet.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }

    /** As it is written in the API: {@code registration_desk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last part of its message keys. */
    public String messageKey() {
        return code().replace('_', '-');
    }

    /** Whether it can be given for one conference: what an owner owns is the organization. */
    public boolean isOfConferences() {
        return this != OWNER && this != HOTEL_CONTACT;
    }

    /** Whether whoever has it works here and takes a place of the plan: a supervising authority only looks on. */
    boolean takesPlace() {
        return this != SUPERVISING_AUTHORITY && this != HOTEL_CONTACT;
    }

    boolean wasKnownBefore() {
        return KNOWN_BEFORE.contains(this);
    }

    /** Those that a person can be given as a member. */
    public static List<Role> ofStaff() {
        return Arrays.stream(values()).filter(role -> role != HOTEL_CONTACT).toList();
    }

    static Optional<Role> ofCode(String code) {
        return ofStaff().stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
