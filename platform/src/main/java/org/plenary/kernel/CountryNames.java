package org.plenary.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads countries as other systems write them: by code, or by name in English or Chinese. */
public final class CountryNames {
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The ISO 3166-1 alpha-2 code, or empty when no country is called so. */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(plain(text)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        Arrays.stream(Locale.getISOCountries()).forEach(code -> {
            var country = Locale.of("", code);
            codes.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(plain(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), code);
            codes.put(plain(country.getISO3Country()), code);
            codes.put(plain(code), code);
        });
        Map.of(
                        "usa",
                        "US",
                        "united states of america",
                        "US",
                        "uk",
                        "GB",
                        "great britain",
                        "GB",
                        "korea",
                        "KR",
                        "republic of korea",
                        "KR",
                        "turkey",
                        "TR",
                        "russian federation",
                        "RU",
                        "viet nam",
                        "VN",
                        "hong kong",
                        "HK")
                .forEach((name, code) -> codes.put(plain(name), code));
        return codes;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
