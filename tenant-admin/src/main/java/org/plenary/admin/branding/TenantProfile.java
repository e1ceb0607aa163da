package org.plenary.admin.branding;

import java.util.Locale;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Branding;

/**
 * What a tenant tells about itself, as it is in the database now.
 *
 * @param version changes with every change; made from the values
 */
record TenantProfile(String name, Locale locale, Branding branding, long version) {
    private static final int DIGITS = 15;

    static TenantProfile of(String name, String locale, Branding branding, String brandingText) {
        var hash = Secrets.hash(name + '\n' + locale + '\n' + brandingText);
        return new TenantProfile(
                name, Locale.forLanguageTag(locale), branding, Long.parseLong(hash.substring(0, DIGITS), 16));
    }
}
