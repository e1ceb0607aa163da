package org.plenary.conference.body;

import java.util.Arrays;
import java.util.Optional;

/** What a body has to do with a duty: is responsible for doing it, accountable for it, consulted before, or informed after. */
enum Raci {
    R,
    A,
    C,
    I;

    static Optional<Raci> ofLetter(String letter) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(letter))
                .findFirst();
    }
}
