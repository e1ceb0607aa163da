package org.plenary.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What VAT numbers look like in each country. Whether one exists is not asked. */
public final class VatIds {
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Z0-9]{4,20}");

    /** Greece writes EL before its numbers, not its country code. */
    private static final Map<String, Pattern> BY_COUNTRY = Map.ofEntries(
            entry("AT", "ATU\\d{8}"),
            entry("BE", "BE[01]\\d{9}"),
            entry("BG", "BG\\d{9,10}"),
            entry("CH", "CHE\\d{9}(MWST|TVA|IVA)?"),
            entry("CN", "[0-9A-HJ-NPQRTUWXY]{18}"),
            entry("CY", "CY\\d{8}[A-Z]"),
            entry("CZ", "CZ\\d{8,10}"),
            entry("DE", "DE\\d{9}"),
            entry("DK", "DK\\d{8}"),
            entry("EE", "EE\\d{9}"),
            entry("ES", "ES[A-Z0-9]\\d{7}[A-Z0-9]"),
            entry("FI", "FI\\d{8}"),
            entry("FR", "FR[A-HJ-NP-Z0-9]{2}\\d{9}"),
            entry("GB", "GB(\\d{9}|\\d{12}|(GD|HA)\\d{3})"),
            entry("GR", "EL\\d{9}"),
            entry("HR", "HR\\d{11}"),
            entry("HU", "HU\\d{8}"),
            entry("IE", "IE(\\d{7}[A-W][A-I]?|\\d[A-Z+*]\\d{5}[A-W])"),
            entry("IT", "IT\\d{11}"),
            entry("LT", "LT(\\d{9}|\\d{12})"),
            entry("LU", "LU\\d{8}"),
            entry("LV", "LV\\d{11}"),
            entry("MT", "MT\\d{8}"),
            entry("NL", "NL\\d{9}B\\d{2}"),
            entry("NO", "(NO)?\\d{9}(MVA)?"),
            entry("PL", "PL\\d{10}"),
            entry("PT", "PT\\d{9}"),
            entry("RO", "RO\\d{2,10}"),
            entry("SE", "SE\\d{12}"),
            entry("SI", "SI\\d{8}"),
            entry("SK", "SK\\d{10}"));

    private VatIds() {}

    private static Map.Entry<String, Pattern> entry(String country, String pattern) {
        return Map.entry(country, Pattern.compile(pattern));
    }

    public static boolean isWellFormed(String country, @Nullable String given) {
        return given != null
                && BY_COUNTRY
                        .getOrDefault(country, ELSEWHERE)
                        .matcher(plain(given))
                        .matches();
    }

    /** Without the blanks, dots and dashes that people put in. */
    public static String plain(String given) {
        return given.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
}
