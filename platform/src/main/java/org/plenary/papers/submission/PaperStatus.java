package org.plenary.papers.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** A decision can be changed as long as the authors have not withdrawn. */
    boolean mayBecome(PaperStatus next) {
        return switch (this) {
            case SUBMITTED -> next != SUBMITTED;
            case ACCEPTED, REJECTED -> next != SUBMITTED && next != this;
            case WITHDRAWN -> false;
        };
    }
}
