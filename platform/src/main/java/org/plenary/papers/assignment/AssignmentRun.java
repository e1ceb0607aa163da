package org.plenary.papers.assignment;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run that somebody follows and may end before its time, from any thread. */
public final class AssignmentRun {
    private final Listener listener;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Called by the thread that assigns; it should be quick. */
    public interface Listener {
        /** @param part of the stage that is done, 0 to 1; solving tells only its beginning and its end */
        void at(RunStage stage, double part);
    }

    public AssignmentRun(Listener listener) {
        this.listener = listener;
    }

    public static AssignmentRun unwatched() {
        return new AssignmentRun((_, _) -> {});
    }

    public void cancel() {
        cancelled.set(true);
    }

    void at(RunStage stage, double part) {
        goOn();
        listener.at(stage, part);
    }

    /** An interrupt is a wish to end too; the thread stays interrupted. */
    void goOn() {
        if (cancelled.get() || Thread.currentThread().isInterrupted())
            throw new CancellationException("The assignment was cancelled");
    }
}
