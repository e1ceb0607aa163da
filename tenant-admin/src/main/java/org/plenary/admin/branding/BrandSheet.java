package org.plenary.admin.branding;

import java.util.Map;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Branding;

/** A brand as a style sheet: custom properties with checked values, and nothing else. */
final class BrandSheet {
    private BrandSheet() {}

    static String of(Branding branding) {
        var sheet = new StringBuilder(":root {\n");
        property(sheet, BrandRules.PRIMARY, branding.primaryColor());
        if (!branding.cssVariables().containsKey(BrandRules.ON_PRIMARY))
            Colour.parse(branding.primaryColor()).ifPresent(c -> property(sheet, BrandRules.ON_PRIMARY, c.on().hex()));
        for (Map.Entry<String, String> entry : branding.cssVariables().entrySet())
            property(sheet, entry.getKey(), entry.getValue());
        return sheet.append("}\n").toString();
    }

    static String tag(String sheet) {
        return "\"" + Secrets.hash(sheet).substring(0, 20) + "\"";
    }

    /** Checked again on the way out: what stands in the database need not have come through the checks of today. */
    private static void property(StringBuilder sheet, String name, String value) {
        if (name.matches("--[a-z][a-z0-9-]*") && Colour.parse(value).isPresent())
            sheet.append("    ").append(name).append(": ").append(value).append(";\n");
    }
}
