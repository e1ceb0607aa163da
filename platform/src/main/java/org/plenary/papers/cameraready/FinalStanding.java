package org.plenary.papers.cameraready;

import java.util.Arrays;
import java.util.Locale;

/** Where the final version of a paper stands. */
enum FinalStanding {
    MISSING,
    WAITING,
    RETURNED,
    READY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FinalStanding of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
