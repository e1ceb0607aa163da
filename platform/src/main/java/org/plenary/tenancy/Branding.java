package org.plenary.tenancy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's pages look.
 *
 * @param primaryColor {@code #rrggbb}
 * @param logo the id of a stored file, or null for the name alone
 * @param cssVariables further custom properties, names and values checked when they are set
 */
public record Branding(String primaryColor, @Nullable UUID logo, Map<String, String> cssVariables) {
    public static final Branding DEFAULT = new Branding("#1f5fbf", null, Map.of());
}
