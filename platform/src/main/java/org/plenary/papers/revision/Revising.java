package org.plenary.papers.revision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Deciding;
import org.plenary.papers.submission.Embargo;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.RevisionRequests;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks authors to revise their papers, at once or when the chairs announce what was decided. */
@Component
public class Revising implements RevisionRequests {
    private static final int NOTE = 10_000;

    private final Revisions revisions;
    private final Windows windows;
    private final Embargo embargo;
    private final Around around;
    private final Clock clock;

    Revising(Revisions revisions, Windows windows, Embargo embargo, Around around, Clock clock) {
        this.revisions = revisions;
        this.windows = windows;
        this.embargo = embargo;
        this.around = around;
        this.clock = clock;
    }

    /** Who asks, and who hears of it. */
    @Component("revisingAround")
    record Around(ConferenceApi conferences, Callers callers, AuditTrail audit, ApplicationEventPublisher events) {}

    @Override
    @Transactional
    public int ask(UUID conference, List<Paper> papers) {
        var known = revisions.newest(papers.stream().map(Paper::id).toList()).stream()
                .collect(Collectors.toMap(Revision::paper, Function.identity()));
        var asked = new ArrayList<Revision>();
        for (var paper : papers) {
            var before = known.get(paper.id());
            if (before != null && !before.isHandedIn()) continue;
            asked.add(fresh(paper, before == null ? 1 : before.turn() + 1));
        }
        if (asked.isEmpty()) return 0;
        windows.forAskingRevision(around.conferences().byId(conference));
        revisions.insert(asked);
        for (var each : asked)
            around.audit().record("paper.revision-asked", each.paper().toString(), Map.of());
        if (!embargo.holds(conference)) tell(conference);
        return asked.size();
    }

    @Override
    @Transactional
    public void drop(Collection<UUID> papers) {
        for (var paper : revisions.removeUntold(papers))
            around.audit().record("paper.revision-dropped", paper.toString(), Map.of());
    }

    /**
     * Asks the authors of one paper, with words of the chairs; of a request that they do not know yet, the words are replaced.
     *
     * @param again whether those who reviewed it look at it again
     * @throws Problem.InvalidInput at {@code /note}
     * @throws Problem.Conflict when no revisions can be handed in, the paper is decided, or its authors were asked already
     */
    @Transactional
    public void ask(ConferenceView conference, Paper paper, @Nullable String note, boolean again) {
        new Violations().optionalText("/note", note, NOTE).throwIfAny();
        if (paper.status() != PaperStatus.SUBMITTED)
            throw new Problem.Conflict("paper_decided", "This paper is decided.");
        var words = note == null ? "" : note.strip();
        var before = revisions.newest(paper.id()).orElse(null);
        if (before != null && !before.isHandedIn()) {
            if (!before.isKeptBack())
                throw new Problem.Conflict("revision_told", "The authors were asked for a revision already.");
            revisions.update(before.asking(words, again, by()));
            around.audit().record("paper.revision-asked", paper.id().toString(), Map.of());
            return;
        }
        windows.forAskingRevision(conference);
        var turn = before == null ? 1 : before.turn() + 1;
        revisions.insert(List.of(fresh(paper, turn).asking(words, again, by())));
        around.audit().record("paper.revision-asked", paper.id().toString(), Map.of());
        if (!embargo.holds(conference.id())) tell(conference.id());
    }

    /** Tells the authors of what is kept back. Repeats safely. @return how many papers */
    @Transactional
    public int tell(UUID conference) {
        var told = revisions.tell(conference, clock.instant());
        for (var i = 0; i < told.size(); i += Deciding.AT_ONCE)
            around.events()
                    .publishEvent(new RevisionsAsked(
                            Tenancy.require().id(),
                            conference,
                            told.subList(i, Math.min(told.size(), i + Deciding.AT_ONCE))));
        return told.size();
    }

    private Revision fresh(Paper paper, int turn) {
        return new Revision(
                Ids.next(),
                paper.conference(),
                paper.id(),
                turn,
                "",
                true,
                by(),
                clock.instant(),
                null,
                null,
                null,
                null,
                1);
    }

    private String by() {
        return around.callers().current().name();
    }
}
