package org.plenary.admin.branding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The branding page's fields; a further colour that is empty is chosen by the platform. */
record BrandingForm(
        @Nullable String name,
        @Nullable String locale,
        @BindParam(BrandingForm.PRIMARY) @Nullable String primary,
        @BindParam(BrandingForm.ON_PRIMARY) @Nullable String onPrimary,
        @BindParam(BrandingForm.INK) @Nullable String ink,
        @BindParam(BrandingForm.GROUND) @Nullable String ground,
        @BindParam(BrandingForm.BACKDROP) @Nullable String backdrop,
        @BindParam(BrandingForm.BACKDROP_INK) @Nullable String backdropInk,
        @BindParam(BrandingForm.CIRCULAR) @Nullable String circular,
        @BindParam(BrandingForm.CIRCULAR_INK) @Nullable String circularInk) {
    private static final String VARIABLES = "branding.css_variables.";
    static final String PRIMARY = "branding.primary_color";
    static final String ON_PRIMARY = VARIABLES + BrandRules.ON_PRIMARY;
    static final String INK = VARIABLES + BrandRules.INK;
    static final String GROUND = VARIABLES + BrandRules.GROUND;
    static final String BACKDROP = VARIABLES + BrandRules.BACKDROP;
    static final String BACKDROP_INK = VARIABLES + BrandRules.BACKDROP_INK;
    static final String CIRCULAR = VARIABLES + BrandRules.CIRCULAR;
    static final String CIRCULAR_INK = VARIABLES + BrandRules.CIRCULAR_INK;

    static BrandingForm of(TenantProfile profile) {
        var variables = profile.branding().cssVariables();
        return new BrandingForm(
                profile.name(),
                profile.locale().toLanguageTag(),
                profile.branding().primaryColor(),
                variables.get(BrandRules.ON_PRIMARY),
                variables.get(BrandRules.INK),
                variables.get(BrandRules.GROUND),
                variables.get(BrandRules.BACKDROP),
                variables.get(BrandRules.BACKDROP_INK),
                variables.get(BrandRules.CIRCULAR),
                variables.get(BrandRules.CIRCULAR_INK));
    }

    /** With another colour in one of its fields. */
    BrandingForm with(String field, String colour) {
        return new BrandingForm(
                name,
                locale,
                field.equals(PRIMARY) ? colour : primary,
                field.equals(ON_PRIMARY) ? colour : onPrimary,
                field.equals(INK) ? colour : ink,
                field.equals(GROUND) ? colour : ground,
                field.equals(BACKDROP) ? colour : backdrop,
                field.equals(BACKDROP_INK) ? colour : backdropInk,
                field.equals(CIRCULAR) ? colour : circular,
                field.equals(CIRCULAR_INK) ? colour : circularInk);
    }

    /** The properties that the page does not show stay as they are. */
    TenantChange asChange(Map<String, String> variablesBefore) {
        Map<String, @Nullable String> variables = new HashMap<>(variablesBefore);
        further().forEach((name, value) -> {
            if (value == null || value.isBlank()) variables.remove(name);
            else variables.put(name, value);
        });
        return new TenantChange(
                text(name), text(locale), new TenantChange.BrandingChange(text(primary), null, variables), null);
    }

    private Map<String, @Nullable String> further() {
        Map<String, @Nullable String> further = new LinkedHashMap<>();
        further.put(BrandRules.ON_PRIMARY, onPrimary);
        further.put(BrandRules.INK, ink);
        further.put(BrandRules.GROUND, ground);
        further.put(BrandRules.BACKDROP, backdrop);
        further.put(BrandRules.BACKDROP_INK, backdropInk);
        further.put(BrandRules.CIRCULAR, circular);
        further.put(BrandRules.CIRCULAR_INK, circularInk);
        return further;
    }

    /** An emptied field is wrong, not unchanged. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
