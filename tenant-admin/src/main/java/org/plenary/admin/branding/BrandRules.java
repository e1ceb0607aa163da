package org.plenary.admin.branding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/** What a brand may be: colours alone, under names of its own, and text that can be read. */
final class BrandRules {
    static final String PRIMARY = "--brand-primary";
    static final String ON_PRIMARY = "--brand-on-primary";
    static final String INK = "--brand-ink";
    static final String GROUND = "--ground";

    /** Of the wall behind the stage, and of what is written on it. */
    static final String BACKDROP = "--brand-backdrop";

    static final String BACKDROP_INK = "--brand-backdrop-ink";

    /** Of the covers of the notices that are sent round, and of what is written on them. */
    static final String CIRCULAR = "--brand-circular";

    static final String CIRCULAR_INK = "--brand-circular-ink";

    /** Below this, text cannot be read by many people; large text needs this much (WCAG 2, 1.4.3). */
    static final double LEAST = 3;

    private static final Pattern NAME = Pattern.compile("--[a-z][a-z0-9-]{0,40}");
    private static final int MOST = 20;

    private BrandRules() {}

    /** Adds what is wrong with the primary colour; null says nothing and is not wrong. */
    static void checkPrimary(Violations violations, String pointer, @Nullable String primary) {
        if (primary == null) return;
        violations.check(Colour.parse(primary).isPresent(), pointer, "colour", "A colour is written #rrggbb.");
    }

    static void checkVariables(
            Violations violations, String pointer, Map<String, @Nullable String> variables, String primary) {
        violations.check(variables.size() <= MOST, pointer, "too_many", "At most " + MOST + " custom properties.");
        variables.forEach((name, value) -> {
            var member = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (!isAllowed(name)) violations.add(member, "css_name", "There is no such custom property to set.");
            else if (Colour.parse(value).isEmpty()) violations.add(member, "colour", "A colour is written #rrggbb.");
            else checkContrast(violations, member, name, Colour.parse(value).get(), primary);
        });
    }

    /** Not the framework's own properties: they could break the pages. */
    private static boolean isAllowed(String name) {
        return NAME.matcher(name).matches()
                && !name.equals(PRIMARY)
                && !name.startsWith("--tblr-")
                && !name.startsWith("--bs-");
    }

    private static void checkContrast(
            Violations violations, String member, String name, Colour colour, String primary) {
        var ground = switch (name) {
            case ON_PRIMARY -> Colour.parse(primary).orElse(null);
            case INK -> Colour.WHITE;
            default -> null;
        };
        if (ground == null) return;
        var ratio = colour.contrast(ground);
        if (ratio < LEAST)
            violations.add(
                    member,
                    "contrast",
                    "The contrast is " + ratio(ratio) + " : 1; text needs 3 : 1 at least.",
                    Map.of("ratio", ratio(ratio)));
    }

    /** With one decimal, cut off rather than rounded: 2.99 is not 3. */
    static String ratio(double ratio) {
        return String.valueOf(Math.floor(ratio * 10) / 10);
    }

    /** Checked variables in their written form. */
    static Map<String, String> normal(Map<String, @Nullable String> variables) {
        var normal = new LinkedHashMap<String, String>();
        new TreeMap<>(variables)
                .forEach((name, value) ->
                        normal.put(name, Colour.parse(value).orElseThrow().hex()));
        return normal;
    }
}
