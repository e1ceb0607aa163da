package org.plenary.forms;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/**
 * One version of a conference's form; 0 is the empty form of a conference that has none yet.
 *
 * @param revision how often this version was changed in its place
 */
public record Form(int version, int revision, FormDefinition definition) {
    static final Form NONE = new Form(0, FormDefinition.EMPTY);

    public Form(int version, FormDefinition definition) {
        this(version, 0, definition);
    }

    /** Names exactly this state of the form: {@code 3}, or {@code 3.1} after a change of captions. */
    String mark() {
        return revision == 0 ? String.valueOf(version) : version + "." + revision;
    }

    public String tag() {
        return "\"" + mark() + "\"";
    }

    /** @throws Problem.Stale when the header is there and does not name this state */
    void checkMatch(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) return;
        for (var tag : ifMatch.split(",", -1)) if (tag.strip().equals(tag())) return;
        throw new Problem.Stale();
    }
}
