package org.plenary.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Choice;

/** What a page draws of a form that is to be filled. */
public final class AskedView {
    private AskedView() {}

    /** @param shown whether it is asked with the answers so far; the others are drawn hidden, for the browser to show at once */
    public record Section(
            String key, String title, @Nullable String help, boolean shown, List<Field> fields) {}

    /**
     * @param maximum of characters
     * @param from the smallest number, date or time
     * @param parts of an answer of several
     * @param persons rows of accompanying persons, each with its parts
     */
    public record Field(
            String name,
            String key,
            String type,
            String display,
            boolean shown,
            String label,
            @Nullable String help,
            @Nullable String placeholder,
            boolean required,
            String value,
            List<String> values,
            List<Choice> options,
            int maximum,
            @Nullable String from,
            @Nullable String to,
            @Nullable Consent consent,
            List<Field> parts,
            List<Person> persons,
            boolean takesMorePersons) {}

    public record Person(int index, String at, List<Field> parts) {}

    public record Consent(
            String version,
            List<String> paragraphs,
            @Nullable String purpose) {}
}
