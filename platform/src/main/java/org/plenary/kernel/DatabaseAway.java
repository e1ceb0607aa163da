package org.plenary.kernel;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;

/** Tells whether something failed because the database could not be reached, or gave no connection or no lock in time. */
public final class DatabaseAway {
    /** PostgreSQL: no connection, too many of them, the server is stopping or starting, a lock was not given, a transaction stood still. */
    private static final Pattern STATES = Pattern.compile("08...|53300|57P0[1-3]|55P03|25P03");

    /** All that the pool says of a connection that broke within a transaction. */
    private static final String CLOSED = "Connection is closed";

    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    public static boolean isCauseOf(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && is(sql)) return true;
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean is(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException || failure instanceof SQLRecoverableException)
            return true;
        if (failure.getSQLState() == null) return CLOSED.equals(failure.getMessage());
        return STATES.matcher(failure.getSQLState()).matches();
    }
}
