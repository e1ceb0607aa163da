package org.plenary.communication;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import org.plenary.kernel.Violations;

/** A text of an organizer with placeholders such as {@code {{name}}}: no logic, no files, plain text. */
public final class MessageText {
    private final Template template;

    /** @throws MustacheException for a placeholder that is never closed */
    public MessageText(String text) {
        this.template = Mustache.compiler()
                .escapeHTML(false)
                .emptyStringIsFalse(true)
                .withLoader(_ -> {
                    throw new MustacheException("no other text is taken in");
                })
                .compile(text);
    }

    /** @throws MustacheException for a placeholder that there is not */
    public String of(Map<String, String> values) {
        return template.execute(values);
    }

    /** Finds placeholders that are misspelt or never closed. */
    public static void check(Violations found, String pointer, String text, Map<String, String> values) {
        try {
            new MessageText(text).of(values);
        } catch (MustacheException e) {
            found.add(pointer, "placeholder", "A placeholder is not known, or not closed.");
        }
    }
}
