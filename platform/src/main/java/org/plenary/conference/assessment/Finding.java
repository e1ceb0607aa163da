package org.plenary.conference.assessment;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong, or soon may be.
 *
 * @param requirement such as {@code APPR-13}
 * @param details what its words name: numbers, days, words
 */
record Finding(Severity severity, Code code, String requirement, List<Object> details) {
    enum Severity {
        /** With it the application cannot be handed in. */
        BLOCKING,
        WARNING
    }

    enum Code {
        SIZE_UNKNOWN,
        NEARLY_MAJOR_FOREIGN,
        NEARLY_MAJOR_TOTAL,
        FORECAST_OVERDUE,
        FORECAST_LIMIT,
        FILING_OVERDUE,
        WORD_UNEXPLAINED,
        CONSENT_MISSING;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Finding blocking(Code code, String requirement, Object... details) {
        return new Finding(Severity.BLOCKING, code, requirement, List.of(details));
    }

    static Finding warning(Code code, String requirement, Object... details) {
        return new Finding(Severity.WARNING, code, requirement, List.of(details));
    }

    public boolean isBlocking() {
        return severity == Severity.BLOCKING;
    }
}
