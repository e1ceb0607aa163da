package org.plenary.identity.person;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;

/** What the rights of roles are about, as people are told of them: nothing, reading, or changing too. */
public enum Area {
    CONFERENCES(Permission.CONFERENCE_READ, Permission.CONFERENCE_WRITE),
    REGISTRATIONS(Permission.REGISTRATION_READ, Permission.REGISTRATION_WRITE),
    PAPERS(Permission.PAPERS_READ, Permission.PAPERS_WRITE),
    MONEY(Permission.BILLING_READ, Permission.BILLING_WRITE),
    STAFF(null, Permission.STAFF_WRITE),
    RECORDS(Permission.AUDIT_READ, null),
    ORGANIZATION(null, Permission.TENANT_ADMIN);

    private final @Nullable Permission read;
    private final @Nullable Permission write;

    Area(@Nullable Permission read, @Nullable Permission write) {
        this.read = read;
        this.write = write;
    }

    public enum Level {
        NONE,
        READS,
        CHANGES;

        public String messageKey() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Level of(Role role) {
        var rights = role.permissions();
        if (write != null && rights.contains(write)) return Level.CHANGES;
        return read != null && rights.contains(read) ? Level.READS : Level.NONE;
    }

    /** Whether it belongs to no conference, so that it is closed to who has a role in single ones only. */
    public boolean isOfOrganization() {
        return this == MONEY || this == RECORDS || this == ORGANIZATION;
    }

    public String messageKey() {
        return name().toLowerCase(Locale.ROOT);
    }
}
