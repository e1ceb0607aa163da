package org.plenary.kernel;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what was wrong without anything of a person: messages of exceptions may quote what people typed, so only those of the
 * database are kept, and of them no values.
 */
public final class Fault {
    private static final int LONGEST = 500;
    private static final String OURS = "org.plenary.";
    private static final Pattern CHANGE_SET =
            Pattern.compile("change ?set (\\S+?)(?:::\\S*)?[:\\s]", Pattern.CASE_INSENSITIVE);

    /** Data exceptions quote the value that does not fit. */
    private static final String OF_DATA = "22";

    private Fault() {}

    /** {@code db/tenant/changes/609-dunning.sql: ERROR: relation "reminder" already exists (42P07)}. */
    public static String told(Throwable failure) {
        var told = new StringBuilder();
        for (var cause = failure; cause != null; cause = next(cause)) {
            var changeSet = CHANGE_SET.matcher(String.valueOf(cause.getMessage()) + " ");
            if (told.isEmpty() && changeSet.find())
                told.append(changeSet.group(1)).append(": ");
            if (cause instanceof SQLException sql)
                return cut(told.append(of(sql)).toString());
            if (next(cause) == null) told.append(of(cause));
        }
        return cut(told.toString());
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }

    private static String of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith(OF_DATA)) return "SQL " + state;
        var message = String.valueOf(failure.getMessage());
        var end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip() + " (" + state + ")";
    }

    private static String of(Throwable failure) {
        var name = failure.getClass().getSimpleName();
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> name + " in "
                        + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                        + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse(name);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
