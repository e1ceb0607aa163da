package org.plenary.papers.inspection;

import java.util.List;

/**
 * Something that is to be said about a file.
 *
 * @param code of its text, {@code papers.file.found-…}, beside which stands what to do
 * @param mend whether another file is to be handed in
 * @param arguments of its text
 */
record Finding(String code, boolean mend, List<Object> arguments) {
    Finding(String code, boolean mend, Object... arguments) {
        this(code, mend, List.of(arguments));
    }
}
