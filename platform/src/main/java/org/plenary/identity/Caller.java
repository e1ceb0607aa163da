package org.plenary.identity;

import java.util.Set;

/**
 * Who makes the current request.
 *
 * @param id stable: {@code account:<uuid>}, {@code client:<id>} or {@code anonymous}
 * @param name what people call them; for the audit trail and the page's corner
 */
public record Caller(String id, String name, Set<Permission> permissions) {
    public static final Caller ANONYMOUS = new Caller("anonymous", "", Set.of());

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean isAnonymous() {
        return this.equals(ANONYMOUS);
    }
}
