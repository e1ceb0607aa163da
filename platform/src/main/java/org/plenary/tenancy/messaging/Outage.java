package org.plenary.tenancy.messaging;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import org.plenary.kernel.DatabaseAway;
import org.plenary.kernel.Problem;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells a failure that says "not now", because something outside cannot be reached, from one that says "not this". The first
 * kind is repeated for as long as it takes and counts against no event.
 */
final class Outage {
    private static final Set<Class<? extends Throwable>> KINDS = Set.of(
            Problem.Unavailable.class,
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            HttpTimeoutException.class,
            TransientDataAccessException.class);

    private static final int DEEPEST = 20;

    private Outage() {}

    static boolean isCauseOf(Throwable failure) {
        if (DatabaseAway.isCauseOf(failure)) return true;
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            var each = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(each))) return true;
            cause = cause.getCause();
        }
        return false;
    }
}
