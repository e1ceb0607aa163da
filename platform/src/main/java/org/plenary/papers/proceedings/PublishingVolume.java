package org.plenary.papers.proceedings;

import java.time.Clock;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the chairs do with the volume: describe it, order it, have it made, publish it and take it back. */
@Component
class PublishingVolume {
    private final Volumes volumes;
    private final VolumeOrder order;
    private final VolumeRuns runs;
    private final Around around;
    private final Clock clock;

    PublishingVolume(Volumes volumes, VolumeOrder order, VolumeRuns runs, Around around, Clock clock) {
        this.volumes = volumes;
        this.order = order;
        this.runs = runs;
        this.around = around;
        this.clock = clock;
    }

    @Component
    record Around(Callers callers, AuditTrail audit, ApplicationEventPublisher events) {}

    /** @throws Problem.Stale when somebody else has changed it since */
    @Transactional
    public void save(ConferenceView conference, Volume volume, long before) {
        requireUnpublished(conference);
        volumes.save(conference.id(), volume, before);
        record("proceedings.saved", conference);
    }

    /** Up or down by one place within its track; at the end of the track nothing changes. */
    @Transactional
    public void move(ConferenceView conference, int number, boolean up) {
        requireUnpublished(conference);
        if (order.move(conference.id(), number, up)) record("proceedings.ordered", conference);
    }

    /** @throws Problem.Conflict code {@code volume_running}, {@code volume_empty}, {@code volume_published} */
    @Transactional
    public void make(ConferenceView conference) {
        requireUnpublished(conference);
        var size = order.size(conference.id());
        if (size.papers() == 0) throw new Problem.Conflict("volume_empty", "No final version is approved yet.");
        var run = new VolumeRun(
                Ids.next(),
                conference.id(),
                VolumeRun.RUNNING,
                0,
                size.papers(),
                null,
                null,
                null,
                null,
                around.callers().current().name(),
                clock.instant());
        runs.insert(run);
        record("proceedings.made", conference);
        around.events().publishEvent(new VolumeAsked(Tenancy.require().id(), run.id()));
    }

    /** Whether there is a PDF, and it is of the volume as it is now. */
    boolean isCurrent(ConferenceView conference) {
        return runs.newestDone(conference.id())
                .filter(run -> VolumeMark.of(volumes.of(conference).volume(), order.all(conference.id()))
                        .equals(run.madeOf()))
                .isPresent();
    }

    /**
     * From now on everybody can read it, and nothing of it changes. Repeats safely.
     *
     * @throws Problem.Conflict code {@code volume_outdated} when its PDF is missing or of an earlier state
     */
    @Transactional
    public void publish(ConferenceView conference) {
        volumes.lock(conference.id());
        var state = volumes.of(conference);
        if (state.isPublished()) return;
        if (!conference.isPublic()) throw new Problem.Conflict("conference_hidden", "The conference is a draft.");
        if (!isCurrent(conference))
            throw new Problem.Conflict("volume_outdated", "The PDF of the volume is to be made first.");
        if (state.version() == 0) volumes.save(conference.id(), state.volume(), 0);
        order.freeze(conference.id(), state.volume());
        volumes.publish(
                conference.id(), clock.instant(), around.callers().current().name());
        record("proceedings.published", conference);
    }

    /** Nobody outside sees it any more. Papers keep their DOIs. Repeats safely. */
    @Transactional
    public void takeBack(ConferenceView conference) {
        volumes.lock(conference.id());
        if (!volumes.of(conference).isPublished()) return;
        order.melt(conference.id());
        volumes.publish(conference.id(), null, null);
        record("proceedings.taken-back", conference);
    }

    private void requireUnpublished(ConferenceView conference) {
        if (volumes.isOut(conference.id()))
            throw new Problem.Conflict("volume_published", "The proceedings are published.");
    }

    private void record(String what, ConferenceView conference) {
        around.audit().record(what, conference.id().toString(), Map.of("conference", conference.slug()));
    }
}
