package org.plenary.registration.delegate;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts what is done to many delegates, and writes down who had it done. */
@Component
class BulkStarting {
    private final List<BulkAction> actions;
    private final GroupAction groups;
    private final DelegateJobs jobs;
    private final AuditTrail audit;

    BulkStarting(List<BulkAction> actions, GroupAction groups, DelegateJobs jobs, AuditTrail audit) {
        this.actions = List.copyOf(actions);
        this.groups = groups;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** @throws Problem.NotFound when there is none of this kind */
    BulkAction action(@Nullable String kind) {
        return actions.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This action"));
    }

    @Transactional
    public UUID start(ConferenceView conference, BulkAction action, BulkAction.Plan plan) {
        if (plan.concerned().isEmpty())
            throw new Problem.InvalidInput("", "nobody_concerned", "There is nobody to do this to.");
        return start(conference, action.kind(), plan.concerned().size(), plan.request());
    }

    /** Takes a finished job back, as far as nobody has changed the same delegates since. */
    @Transactional
    public UUID undo(ConferenceView conference, DelegateJob job) {
        if (!isUndoable(job)) throw new Problem.Conflict("not_undoable", "This cannot be taken back.");
        var undone = groups.undo(job);
        return start(conference, GroupAction.KIND, undone.moves().size(), undone);
    }

    static boolean isUndoable(DelegateJob job) {
        return job.kind().equals(GroupAction.KIND) && job.status().equals(DelegateJob.FINISHED);
    }

    private UUID start(ConferenceView conference, String kind, int people, Object request) {
        var job = jobs.start(conference.id(), kind, people, request);
        audit.record("delegates." + kind, conference.slug(), Map.of("delegates", people, "job", job.toString()));
        return job;
    }
}
