package org.plenary.papers.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What is handed in, in the order in which it is. */
public enum Stage {
    ABSTRACT,
    FULL,
    REVISION,
    CAMERA_READY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The end of the key of its message. */
    public String dashed() {
        return code().replace('_', '-');
    }

    /** Whether a call can begin with it. */
    boolean isFirst() {
        return this == ABSTRACT || this == FULL;
    }

    @JsonCreator
    static Stage of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of abstract, full, revision, camera_ready"));
    }
}
