package org.plenary.kernel.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;

/** One option of a select, a radio group or a group of checkboxes; the label and help are already in the reader's language. */
public record Choice(String value, String label, @Nullable String help, boolean disabled) {
    public Choice(String value, String label) {
        this(value, label, null, false);
    }

    public Choice(String value, String label, String help) {
        this(value, label, help, false);
    }

    /** All countries by their names, in the order of the language. */
    public static List<Choice> countries(Locale locale) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(locale)))
                .toList();
    }

    /** In which people are written to, each called as its speakers call it. */
    public static List<Choice> languages() {
        return Languages.ALL.stream()
                .map(each -> new Choice(each.toLanguageTag(), each.getDisplayLanguage(each)))
                .toList();
    }

    /** Whether this is the chosen value, or one of the chosen values; templates call it. */
    public boolean isIn(@Nullable Object chosen) {
        if (chosen instanceof Collection<?> many)
            return many.stream().anyMatch(each -> value.equals(String.valueOf(each)));
        return chosen != null && value.equals(chosen.toString());
    }
}
