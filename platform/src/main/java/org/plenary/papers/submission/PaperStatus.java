package org.plenary.papers.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/** Where a paper stands. */
public enum PaperStatus {
    SUBMITTED,
    ACCEPTED,
    REJECTED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PaperStatus> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }

    /**
     * The one that a list is narrowed by; null for all.
     *
     * @throws Problem.InvalidInput at {@code /status}
     */
    public static @Nullable PaperStatus wanted(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        return of(code).orElseThrow(() ->
                new Problem.InvalidInput("/status", "choice", "One of submitted, accepted, rejected, withdrawn."));
    }

    /** A decision can be changed as long as the authors have not withdrawn. */
    boolean mayBecome(PaperStatus next) {
        return switch (this) {
            case SUBMITTED -> next != SUBMITTED;
            case ACCEPTED, REJECTED -> next != this;
            case WITHDRAWN -> false;
        };
    }

    /** This, when it is a decision. */
    public @Nullable PaperStatus decision() {
        return this == ACCEPTED || this == REJECTED ? this : null;
    }
}
