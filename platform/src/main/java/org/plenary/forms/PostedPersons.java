package org.plenary.forms;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The rows of accompanying persons in a page's form. Each row has a hidden input {@code <field>.<row>.at}; the buttons
 * {@code update=<field>.add} and {@code update=<field>.remove.<row>} give one more or one fewer, without JavaScript.
 */
public final class PostedPersons {
    private static final int MOST = 20;
    private static final Pattern ADD =
            Pattern.compile("(delegates\\.\\d{1,2}\\.answers\\.[A-Za-z][A-Za-z0-9_-]{0,49})\\.add");
    private static final Pattern REMOVE =
            Pattern.compile("(delegates\\.\\d{1,2}\\.answers\\.[A-Za-z][A-Za-z0-9_-]{0,49})\\.remove\\.(\\d{1,2})");

    private PostedPersons() {}

    static int count(Posted posted, String name) {
        var count = 0;
        while (count < MOST && posted.has(name + "." + count + ".at")) count++;
        return count;
    }

    /** The values after what the update button asks for, if it asks for persons. */
    public static MultiValueMap<String, String> updated(MultiValueMap<String, String> values, String update) {
        var added = ADD.matcher(update);
        if (added.matches()) {
            var kept = new LinkedMultiValueMap<>(values);
            var count = count(new Posted(values), added.group(1));
            if (count < MOST) kept.set(added.group(1) + "." + count + ".at", String.valueOf(count));
            return kept;
        }
        var removed = REMOVE.matcher(update);
        return removed.matches() ? without(values, removed.group(1) + ".", Integer.parseInt(removed.group(2))) : values;
    }

    /** The rows after the one that goes move up. */
    private static MultiValueMap<String, String> without(
            MultiValueMap<String, String> values, String prefix, int gone) {
        var kept = new LinkedMultiValueMap<String, String>();
        values.forEach((name, value) -> {
            var row = row(name, prefix);
            if (row == null || row < gone) kept.put(name, value);
            else if (row > gone) {
                var rest = name.substring(prefix.length() + String.valueOf(row).length());
                kept.put(prefix + (row - 1) + rest, value);
            }
        });
        return kept;
    }

    private static @Nullable Integer row(String name, String prefix) {
        if (!name.startsWith(prefix)) return null;
        var index = name.substring(prefix.length()).split("\\.", 2)[0];
        return index.matches("\\d{1,2}") ? Integer.valueOf(index) : null;
    }
}
