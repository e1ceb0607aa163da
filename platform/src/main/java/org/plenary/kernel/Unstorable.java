package org.plenary.kernel;

import java.sql.SQLException;
import java.util.Set;

/** Tells whether something failed because a text has the character U+0000, which PostgreSQL keeps in no text and nobody types. */
public final class Unstorable {
    /** PostgreSQL: in a text, and in a text within JSON. */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private static final int DEEPEST = 20;

    private Unstorable() {}

    public static boolean isCauseOf(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState()))
                return true;
            cause = cause.getCause();
        }
        return false;
    }
}
