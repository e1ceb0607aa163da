package org.plenary.registration.letter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/** What a letter is for. */
enum Kind {
    /** For an embassy: this person is registered and expected. */
    INVITATION("VISA"),
    /** This person was there. */
    CERTIFICATE("CERT");

    private final String mark;

    Kind(String mark) {
        this.mark = mark;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code ICMS27-VISA-00001}. */
    String number(String prefix, long next) {
        return "%s-%s-%05d".formatted(prefix, mark, next);
    }

    static Kind of(@Nullable String wire) {
        for (var kind : values()) if (kind.wire().equals(wire)) return kind;
        throw new Problem.NotFound("This kind of letter");
    }
}
