package org.plenary.papers.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * What kind of contribution: a full paper, a poster, a proposal for a workshop.
 *
 * @param maximumPages of its PDF; null for as many as fit
 */
public record SubmissionType(
        String key,
        LocalizedText name,
        FileNeed file,
        @Nullable Integer maximumPages) {

    /** Whether a PDF comes with it, once full papers are handed in. */
    public enum FileNeed {
        REQUIRED,
        OPTIONAL,
        NONE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static FileNeed of(String code) {
            return Arrays.stream(values())
                    .filter(need -> need.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("one of required, optional, none"));
        }
    }
}
