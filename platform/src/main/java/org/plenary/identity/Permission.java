package org.plenary.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller may do. Each is also an OAuth 2 scope of the API. */
public enum Permission {
    CONFERENCE_READ("conference:read"),
    CONFERENCE_WRITE("conference:write"),
    REGISTRATION_READ("registration:read"),
    REGISTRATION_WRITE("registration:write"),
    PAPERS_READ("papers:read"),
    PAPERS_WRITE("papers:write"),
    BILLING_READ("billing:read"),
    BILLING_WRITE("billing:write"),
    /** Reads who did what, and who of the staff looked at whose data. */
    AUDIT_READ("audit:read"),
    /** Gives people roles in a conference, those of partner organizations included. */
    STAFF_WRITE("staff:write"),
    TENANT_ADMIN("tenant:admin"),
    /** Opens a hotel's own pages, each of which asks further whether it is of this hotel. */
    LODGING_HOTEL("lodging:hotel"),
    /** Opens a reviewer's own pages, each of which asks further which papers are theirs; see {@link ReviewRights}. */
    PAPERS_REVIEW("papers:review"),
    OPERATOR("operator");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }

    public static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values())
                .filter(p -> p.scope.equals(scope.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Everything that a tenant can give its staff; not the operator's, nor that of people of a hotel and of reviewers. */
    public static Set<Permission> ofTenant() {
        return EnumSet.complementOf(EnumSet.of(OPERATOR, LODGING_HOTEL, PAPERS_REVIEW));
    }

    /** What an operator may do inside a tenant for a time: read, and not what its owners alone may. */
    static Set<Permission> ofSupport() {
        return EnumSet.of(CONFERENCE_READ, REGISTRATION_READ, PAPERS_READ, BILLING_READ);
    }
}
