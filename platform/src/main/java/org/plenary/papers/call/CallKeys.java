package org.plenary.papers.call;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/** The names by which papers keep tracks, types and topics; they never change. */
final class CallKeys {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private static final int LONGEST = 40;

    /** The address of the page of one that is not there yet. */
    private static final String NEW = "new";

    private CallKeys() {}

    /**
     * A key that is made of an English name.
     *
     * @param otherwise what it begins with when nothing of the name can stand in a key
     */
    static String fresh(String name, String otherwise, Collection<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        var base = plain.isEmpty() ? otherwise : plain;
        var cut = base.substring(0, Math.min(base.length(), LONGEST - 4)).replaceAll("-+$", "");
        if (!plain.isEmpty() && !cut.equals(NEW) && !taken.contains(cut)) return cut;
        var number = plain.isEmpty() ? 1 : 2;
        while (taken.contains(cut + "-" + number)) number++;
        return cut + "-" + number;
    }

    /** @param taken those that were there before; the key is added to them */
    static void check(Violations violations, String pointer, @Nullable String key, Set<String> taken) {
        if (key == null) {
            violations.add(pointer + "/key", "required", "This is required.");
            return;
        }
        violations.check(
                KEY.matcher(key).matches() && !key.equals(NEW),
                pointer + "/key",
                "key",
                "Lower-case letters, digits, hyphens.");
        violations.check(taken.add(key), pointer + "/key", "duplicate", "Another one has this key.");
    }
}
