package org.plenary.kernel;

import java.util.List;

/**
 * Something that a caller can be told: it becomes a problem detail (RFC 9457) in the API and an error message or page in
 * the browser.
 */
public abstract sealed class Problem extends RuntimeException {
    private final String code;
    private final List<Violation> violations;

    private Problem(String code, String detail, List<Violation> violations) {
        super(detail, null, true, false);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    /** Stable, in snake_case: the last part of the problem's type, and what is counted. */
    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    /** 422: the input is wrong, and each wrong member is named. */
    public static final class InvalidInput extends Problem {
        public InvalidInput(List<Violation> violations) {
            super("invalid_input", "The input is not valid.", violations);
        }

        /** @param details what the message of this code names, in the order of their names */
        public InvalidInput(String pointer, String code, String detail, java.util.Map<String, Object> details) {
            this(List.of(new Violation(pointer, code, detail, details)));
        }

        public InvalidInput(String pointer, String code, String detail) {
            this(List.of(new Violation(pointer, code, detail)));
        }
    }

    /** 404: there is none, or none that the caller may know of. */
    public static final class NotFound extends Problem {
        public NotFound(String what) {
            super("not_found", what + " was not found.", List.of());
        }
    }

    /** 409: well formed, but not possible as things stand. */
    public static final class Conflict extends Problem {
        public Conflict(String code, String detail) {
            super(code, detail, List.of());
        }

        public Conflict(String code, String detail, List<Violation> violations) {
            super(code, detail, violations);
        }
    }

    /** 412: somebody changed it since the caller read it. */
    public static final class Stale extends Problem {
        public Stale() {
            super("stale", "It has changed since you read it; read it again and repeat your change.", List.of());
        }
    }

    /** 429: too many in too short a time. */
    public static final class TooMany extends Problem {
        private final long retryAfterSeconds;

        public TooMany(long retryAfterSeconds) {
            super("too_many_requests", "Too many requests; try again later.", List.of());
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    /** 503: something that this needs is not reachable now; nothing was lost. */
    public static final class Unavailable extends Problem {
        public Unavailable(String code, String detail) {
            super(code, detail, List.of());
        }
    }
}
