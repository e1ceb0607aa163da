package org.plenary.identity.person;

import static org.plenary.identity.Permission.BILLING_READ;
import static org.plenary.identity.Permission.BILLING_WRITE;
import static org.plenary.identity.Permission.CONFERENCE_READ;
import static org.plenary.identity.Permission.CONFERENCE_WRITE;
import static org.plenary.identity.Permission.LODGING_HOTEL;
import static org.plenary.identity.Permission.PAPERS_READ;
import static org.plenary.identity.Permission.PAPERS_WRITE;
import static org.plenary.identity.Permission.REGISTRATION_READ;
import static org.plenary.identity.Permission.REGISTRATION_WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plenary.identity.Permission;

/** What a person does for an organization, and all that follows from it: this is the only table of rights. */
public enum Role {
    OWNER(Permission.ofTenant()),
    ORGANIZER(Set.of(
            CONFERENCE_READ, CONFERENCE_WRITE, REGISTRATION_READ, REGISTRATION_WRITE, PAPERS_READ, PAPERS_WRITE)),
    REGISTRATION_DESK(Set.of(CONFERENCE_READ, REGISTRATION_READ, REGISTRATION_WRITE)),
    REVIEWER_DESK(Set.of(CONFERENCE_READ, PAPERS_READ, PAPERS_WRITE)),
    FINANCE(Set.of(CONFERENCE_READ, REGISTRATION_READ, BILLING_READ, BILLING_WRITE)),
    /** No staff: somebody of a hotel, let in for that hotel alone. */
    HOTEL_CONTACT(Set.of(LODGING_HOTEL));

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

    /** Those that a person can be given as a member. */
    static List<Role> ofStaff() {
        return Arrays.stream(values()).filter(role -> role != HOTEL_CONTACT).toList();
    }

    static Optional<Role> ofCode(String code) {
        return ofStaff().stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
