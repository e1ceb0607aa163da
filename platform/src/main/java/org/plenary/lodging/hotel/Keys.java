package org.plenary.lodging.hotel;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** Makes keys such as {@code grand-hotel} from names. */
public final class Keys {
    private static final int MAXIMUM = 40;

    private Keys() {}

    /** @param fallback for a name without Latin letters */
    public static String of(@Nullable LocalizedText name, Collection<String> taken, String fallback) {
        var latin = Normalizer.normalize(name == null ? "" : name.in(Locale.ENGLISH), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        var words = latin.substring(0, Math.min(latin.length(), MAXIMUM)).replaceAll("^-|-$", "");
        var base = words.isEmpty() ? fallback : words;
        var key = base;
        for (var i = 2; taken.contains(key); i++) key = base + "-" + i;
        return key;
    }
}
