package org.plenary.admin.branding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a tenant; what is null stays as it is.
 *
 * @param customDomains told, not set here; sending back what was read is no error
 */
record TenantChange(
        @Nullable String name,
        @Nullable String locale,
        @Nullable BrandingChange branding,
        @Nullable List<String> customDomains) {

    /**
     * @param logoUrl told, not set here: the logo is sent to its own address
     * @param cssVariables replace all that were there
     */
    record BrandingChange(
            @Nullable String primaryColor,
            @Nullable String logoUrl,
            @Nullable Map<String, @Nullable String> cssVariables) {}
}
