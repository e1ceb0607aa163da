package org.plenary.payments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SPI: what a module knows that shows that a subject was ordered, delivered and used, for the bank of a payer who disputes it. */
public interface DisputeEvidence {
    /** What a fact is about. */
    enum Kind {
        ORDER,
        TICKET,
        CHECK_IN,
        MAIL;

        /** The name in texts. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param text for people, without a sentence around it: names, codes, subjects of mails */
    record Fact(Kind kind, @Nullable Instant at, String text) {}

    List<Fact> of(UUID subject);
}
