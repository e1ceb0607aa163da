package org.plenary.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who makes the current request.
 *
 * @param id stable: {@code account:<uuid>}, {@code support:<uuid>}, {@code client:<id>} or {@code anonymous}
 * @param name what people call them; for the audit trail and the page's corner
 */
public record Caller(String id, String name, Set<Permission> permissions) {
    private static final String SUPPORT = "support:";
    public static final Caller ANONYMOUS = new Caller("anonymous", "", Set.of());

    public boolean may(Permission permission) {
        return permissions.contains(permission);
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
