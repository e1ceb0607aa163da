package org.plenary.embedded.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The published test accounts of direct debits. All are processing first; what comes of it is known after a while. */
enum TestDebit {
    SUCCEEDS("AT611904300234573201", Duration.ZERO, true),
    SUCCEEDS_LATER("AT321904300235473204", Duration.ofMinutes(3), true),
    FAILS("AT861904300235473202", Duration.ZERO, false),
    FAILS_LATER("AT051904300235473205", Duration.ofMinutes(3), false),
    /** Succeeds and is disputed at once. */
    DISPUTED("AT591904300235473203", Duration.ZERO, true);

    private final String iban;
    private final Duration after;
    private final boolean succeeds;

    TestDebit(String iban, Duration after, boolean succeeds) {
        this.iban = iban;
        this.after = after;
        this.succeeds = succeeds;
    }

    static Optional<TestDebit> of(String iban) {
        return Arrays.stream(values()).filter(debit -> debit.iban.equals(iban)).findFirst();
    }

    String iban() {
        return iban;
    }

    /** On the sandbox's clock. */
    Duration after() {
        return after;
    }

    boolean succeeds() {
        return succeeds;
    }
}
