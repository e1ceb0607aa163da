package org.plenary;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.plenary.embedded.conformance.Recording;

/** Fails the class after which a call of the card sandbox differs from Stripe's own types; most often it made that call. */
record StripesTypes(Recording recording) implements AfterAllCallback {

    StripesTypes(Path recording) {
        this(new Recording(recording, true));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        recording.check();
    }
}
