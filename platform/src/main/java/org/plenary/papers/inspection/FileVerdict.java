package org.plenary.papers.inspection;

import java.util.List;

/** What is to be said about a file. */
sealed interface FileVerdict {
    /** There is nothing to say. */
    record Fine() implements FileVerdict {}

    /** It was read, and there is something to say. @param findings what must be mended first */
    record Findings(List<Finding> findings) implements FileVerdict {}

    /** It cannot be read. @param why {@code no-pdf}, {@code cut-off}, {@code broken} or {@code password} */
    record Unreadable(String why) implements FileVerdict {}

    /** Reading it takes more than a paper may take. @param why {@code too-long} or {@code too-large} */
    record TooMuch(String why) implements FileVerdict {}

    /** Nobody knows; the chairs are to look. */
    record Unchecked() implements FileVerdict {}

    /** Whether the author is to hand in another file. */
    default boolean mustBeMended() {
        return switch (this) {
            case Unreadable _, TooMuch _ -> true;
            case Findings some -> some.findings().stream().anyMatch(Finding::mend);
            case Fine _, Unchecked _ -> false;
        };
    }

    /** By which lists sort and name it: {@code fine}, {@code notes}, {@code mend}, {@code unreadable} or {@code unchecked}. */
    default String code() {
        return switch (this) {
            case Fine _ -> "fine";
            case Findings _ -> mustBeMended() ? "mend" : "notes";
            case Unreadable _, TooMuch _ -> "unreadable";
            case Unchecked _ -> "unchecked";
        };
    }
}
