package org.plenary.papers.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * What authors may hand in at this moment: new papers until the call's deadline, changes until that of the full papers, and both later
 * by leave of the organizers (CFP-04).
 */
@Component
public class Windows {
    private final Calls calls;
    private final Graces graces;
    private final Clock clock;

    Windows(Calls calls, Graces graces, Clock clock) {
        this.calls = calls;
        this.graces = graces;
        this.clock = clock;
    }

    /**
     * A call that takes something.
     *
     * @param late whether by leave only
     */
    public record Open(Call call, Instant now, boolean late) {}

    /** @param token of a leave to hand in late; null for none */
    public boolean takesNew(ConferenceView conference, @Nullable String token) {
        return open(conference)
                .filter(call -> !isOver(call, call.first()) || graces.letsIn(conference.id(), token))
                .isPresent();
    }

    /** @throws Problem.Conflict code {@code call_closed} or {@code deadline_passed} */
    public Open forNew(ConferenceView conference, @Nullable String token) {
        var call = require(conference);
        var late = isOver(call, call.first());
        if (late && !graces.letsIn(conference.id(), token)) throw passed(call.deadline());
        return new Open(call, clock.instant(), late);
    }

    /** Whether the author of a paper that is not decided may change it. */
    public boolean takesChanges(ConferenceView conference, int paper) {
        return open(conference)
                .filter(call -> !isOver(call, Stage.FULL)
                        || graces.until(conference.id(), paper).isPresent())
                .isPresent();
    }

    /** @throws Problem.Conflict code {@code call_closed} or {@code deadline_passed} */
    public Open forChange(ConferenceView conference, int paper) {
        var call = require(conference);
        var late = isOver(call, Stage.FULL);
        if (late && graces.until(conference.id(), paper).isEmpty()) throw passed(end(call, Stage.FULL));
        return new Open(call, clock.instant(), late);
    }

    /** Until when final versions are handed in; empty when the call does not ask for any. */
    public Optional<Deadline> cameraReady(ConferenceView conference) {
        return until(conference, Stage.CAMERA_READY);
    }

    /** Whether the author of an accepted paper may hand in its final version, in time or by leave. */
    public boolean takesCameraReady(ConferenceView conference, int paper) {
        return takes(conference, paper, Stage.CAMERA_READY);
    }

    /** @throws Problem.Conflict code {@code deadline_passed} or {@code camera_ready_not_asked} */
    public void forCameraReady(ConferenceView conference, int paper) {
        if (takesCameraReady(conference, paper)) return;
        throw refused(
                cameraReady(conference), "camera_ready_not_asked", "Final versions are not handed in at present.");
    }

    /** Until when revised papers are handed in; empty when the call has no round of them. */
    public Optional<Deadline> revision(ConferenceView conference) {
        return until(conference, Stage.REVISION);
    }

    /** Whether the author of a paper that is to be revised may hand it in, in time or by leave. */
    public boolean takesRevision(ConferenceView conference, int paper) {
        return takes(conference, paper, Stage.REVISION);
    }

    /** @throws Problem.Conflict code {@code deadline_passed} or {@code revision_not_asked} */
    public void forRevision(ConferenceView conference, int paper) {
        if (takesRevision(conference, paper)) return;
        throw refused(revision(conference), "revision_not_asked", "Revisions are not handed in at present.");
    }

    /**
     * Whether authors can be asked to revise now.
     *
     * @throws Problem.Conflict code {@code deadline_passed} or {@code no_revision_round}
     */
    public void forAskingRevision(ConferenceView conference) {
        var until = revision(conference);
        if (open(conference).isPresent()
                && until.filter(deadline -> !deadline.isPassed(clock.instant())).isPresent()) return;
        throw refused(until, "no_revision_round", "The call has no round in which revised papers are handed in.");
    }

    /** The call as it stands, whether it takes anything or not. */
    public Optional<Call> call(ConferenceView conference) {
        return calls.find(conference.id());
    }

    /** The number of the paper that is handed in now; numbers have no gaps. */
    public int takeNumber(ConferenceView conference) {
        return calls.takeNumbers(conference.id(), 1);
    }

    /** Uses a leave up for the paper that was handed in by it, whose author may change it as long as the leave holds. */
    public void use(ConferenceView conference, @Nullable String token, int paper) {
        if (token == null || !graces.use(conference.id(), token, paper))
            throw new Problem.Conflict("deadline_passed", "This leave to hand in late does not hold any more.");
    }

    private Optional<Call> open(ConferenceView conference) {
        return conference.isOpen() ? calls.find(conference.id()) : Optional.empty();
    }

    private Call require(ConferenceView conference) {
        return open(conference)
                .orElseThrow(() -> new Problem.Conflict("call_closed", "There is no open call for papers."));
    }

    private Optional<Deadline> until(ConferenceView conference, Stage stage) {
        return calls.find(conference.id()).flatMap(call -> call.until(stage));
    }

    private boolean takes(ConferenceView conference, int paper, Stage stage) {
        return open(conference)
                .flatMap(call -> call.until(stage))
                .filter(until -> !until.isPassed(clock.instant())
                        || graces.until(conference.id(), paper).isPresent())
                .isPresent();
    }

    private Problem.Conflict refused(Optional<Deadline> until, String code, String detail) {
        return until.filter(deadline -> deadline.isPassed(clock.instant()))
                .map(Windows::passed)
                .orElseGet(() -> new Problem.Conflict(code, detail));
    }

    private boolean isOver(Call call, Stage stage) {
        return end(call, stage).isPassed(clock.instant());
    }

    private static Deadline end(Call call, Stage stage) {
        return call.until(stage).orElse(call.deadline());
    }

    private static Problem.Conflict passed(Deadline deadline) {
        return new Problem.Conflict("deadline_passed", "The deadline was " + deadline + ".");
    }
}
