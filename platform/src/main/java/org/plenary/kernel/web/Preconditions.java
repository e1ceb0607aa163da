package org.plenary.kernel.web;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/** Conditional requests (RFC 9110, section 13): the entity tag of a resource is its version. */
public final class Preconditions {
    private Preconditions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem.Stale when the header is there and does not name this version */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) return;
        for (var tag : ifMatch.split(",", -1)) if (tag.strip().equals(tag(version))) return;
        throw new Problem.Stale();
    }
}
