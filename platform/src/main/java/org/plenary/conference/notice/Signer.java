package org.plenary.conference.notice;

import org.plenary.identity.Callers;
import org.springframework.stereotype.Component;

/** Who does what is being done now. */
@Component
class Signer {
    private final Callers callers;

    Signer(Callers callers) {
        this.callers = callers;
    }

    /** The name of the caller, or the id of one without a name. */
    String name() {
        var caller = callers.current();
        return caller.name().isBlank() ? caller.id() : caller.name();
    }
}
