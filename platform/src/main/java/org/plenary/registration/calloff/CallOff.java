package org.plenary.registration.calloff;

import java.time.Instant;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.order.EndedConferenceOrders.Terms;

/**
 * The cancellation of a whole conference.
 *
 * @param inFull whether everything that was paid goes back, or what the policy says
 * @param message for the buyers and their delegates
 */
record CallOff(
        UUID conference, String status, boolean inFull, LocalizedText message, String startedBy, Instant startedAt) {
    static final String RUNNING = "running";
    static final String PAUSED = "paused";
    static final String FINISHED = "finished";

    public boolean isRunning() {
        return status.equals(RUNNING);
    }

    public boolean isPaused() {
        return status.equals(PAUSED);
    }

    static String keys(UUID conference) {
        return "called-off:" + conference + ":";
    }

    Terms terms() {
        return new Terms(inFull, message, keys(conference));
    }
}
