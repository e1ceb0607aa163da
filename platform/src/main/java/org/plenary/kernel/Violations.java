package org.plenary.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that all of it is told at once. */
public final class Violations {
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>\",;:\\\\()\\[\\]]{1,64}@[^\\s@<>\",;:\\\\()\\[\\]]+\\.[^\\s@.<>\",;:\\\\()\\[\\]]{2,}");
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,29}[a-z0-9]");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String pointer, String code, String detail) {
        found.add(new Violation(pointer, code, detail));
        return this;
    }

    public Violations add(String pointer, String code, String detail, Map<String, Object> details) {
        found.add(new Violation(pointer, code, detail, details));
        return this;
    }

    /** Adds the violation unless the claim holds. */
    public Violations check(boolean claim, String pointer, String code, String detail) {
        return claim ? this : add(pointer, code, detail);
    }

    /** The text must be there and no longer than this, with no control characters but line ends and tabs. */
    public Violations text(String pointer, @Nullable String value, int maximum) {
        if (value == null || value.isBlank()) return add(pointer, "required", "This is required.");
        return optionalText(pointer, value, maximum);
    }

    public Violations optionalText(String pointer, @Nullable String value, int maximum) {
        if (value == null) return this;
        if (value.length() > maximum)
            return add(pointer, "too_long", "At most " + maximum + " characters.", Map.of("maximum", maximum));
        if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f))
            return add(pointer, "control_characters", "Control characters are not allowed.");
        return this;
    }

    public Violations text(String pointer, @Nullable LocalizedText value, int maximum) {
        if (value == null || value.isBlank()) return add(pointer, "required", "This is required.");
        return optionalText(pointer, value, maximum);
    }

    /** Each version of the text is looked at, and named by its language. */
    public Violations optionalText(String pointer, LocalizedText value, int maximum) {
        value.values()
                .forEach((tag, text) -> optionalText(tag.isEmpty() ? pointer : pointer + "/" + tag, text, maximum));
        return this;
    }

    public Violations email(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) return add(pointer, "required", "This is required.");
        return check(
                value.length() <= 254 && EMAIL.matcher(value).matches(),
                pointer,
                "email",
                "This is not an e-mail address.");
    }

    /** Lower-case letters, digits and hyphens, 3 to 31, starting with a letter. */
    public Violations slug(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) return add(pointer, "required", "This is required.");
        return check(
                SLUG.matcher(value).matches(),
                pointer,
                "slug",
                "3 to 31 lower-case letters, digits and hyphens, starting with a letter.");
    }

    /** An ISO 3166-1 alpha-2 code. */
    public Violations country(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) return add(pointer, "required", "This is required.");
        return check(COUNTRIES.contains(value), pointer, "country", "This is not a country code.");
    }

    public Violations required(String pointer, @Nullable Object value) {
        return check(value != null, pointer, "required", "This is required.");
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    /** @throws Problem.InvalidInput when anything was found */
    public void throwIfAny() {
        if (!found.isEmpty()) throw new Problem.InvalidInput(found);
    }
}
