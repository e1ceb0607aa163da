package org.plenary.admin.branding;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The branding page's fields; a further colour that is empty is chosen by the platform. */
record BrandingForm(
        @Nullable String name,
        @Nullable String locale,
        @BindParam("branding.primary_color") @Nullable String primary,

        @BindParam("branding.css_variables.--brand-on-primary") @Nullable
        String onPrimary,

        @BindParam("branding.css_variables.--brand-ink") @Nullable
        String ink,

        @BindParam("branding.css_variables.--ground") @Nullable
        String ground) {
    private static final String GROUND = "--ground";

    static BrandingForm of(TenantProfile profile) {
        var variables = profile.branding().cssVariables();
        return new BrandingForm(
                profile.name(),
                profile.locale().toLanguageTag(),
                profile.branding().primaryColor(),
                variables.get(BrandRules.ON_PRIMARY),
                variables.get(BrandRules.INK),
                variables.get(GROUND));
    }

    /** The properties that the page does not show stay as they are. */
    TenantChange asChange(Map<String, String> variablesBefore) {
        Map<String, @Nullable String> variables = new HashMap<>(variablesBefore);
        put(variables, BrandRules.ON_PRIMARY, onPrimary);
        put(variables, BrandRules.INK, ink);
        put(variables, GROUND, ground);
        return new TenantChange(
                text(name), text(locale), new TenantChange.BrandingChange(text(primary), null, variables), null);
    }

    private static void put(Map<String, @Nullable String> variables, String name, @Nullable String value) {
        if (value == null || value.isBlank()) variables.remove(name);
        else variables.put(name, value);
    }

    /** An emptied field is wrong, not unchanged. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
