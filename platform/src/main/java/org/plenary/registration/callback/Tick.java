package org.plenary.registration.callback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is asked of everybody who comes. */
enum Tick {
    /** The name and the details on the list are right. */
    LIST,
    PAYMENT,
    ACCOMMODATION,
    TRANSPORT;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of these names; what is no tick is left out. */
    static List<Tick> of(List<String> wires) {
        return Arrays.stream(values())
                .filter(tick -> wires.contains(tick.wire()))
                .toList();
    }
}
