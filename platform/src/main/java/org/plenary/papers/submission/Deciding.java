package org.plenary.papers.submission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts and rejects papers, and asks for revisions. Their authors are told at once (CFP-07: as early as possible), or when the chairs announce what was
 * decided, where an {@link Embargo} holds.
 */
@Component
public class Deciding {
    /** Papers in one announcement: as many as one listener tells without keeping others from theirs. */
    public static final int AT_ONCE = 50;

    private final Papers papers;
    private final Telling telling;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deciding(Papers papers, Telling telling, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.papers = papers;
        this.telling = telling;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether authors are told now, and what else they may be asked for. */
    @Component
    record Telling(Embargo embargo, RevisionRequests revisions) {}

    /**
     * @param decision {@code accept} or {@code reject}, {@code revise} to ask for a revision first, or {@code reopen} for a decision
     *     that nobody was told; the same again changes nothing
     * @throws Problem.Conflict code {@code illegal_status} for a withdrawn paper, and when what is reopened or to be revised was
     *     announced; {@code no_revision_round} when the call has none
     */
    @Transactional
    public Paper decide(Paper paper, @Nullable String decision) {
        decideAll(List.of(paper), decision);
        return papers.byId(paper.id()).orElseThrow();
    }

    /**
     * The same decision for all of them, or for none.
     *
     * @param all of one conference
     * @return how many it changed something for
     * @throws Problem.Conflict as for one
     */
    @Transactional
    public int decideAll(List<Paper> all, @Nullable String decision) {
        var status = status(decision);
        var isRevision = "revise".equals(decision);
        if (!isRevision) telling.revisions().drop(all.stream().map(Paper::id).toList());
        var decided = all.stream()
                .filter(paper -> paper.status() != status)
                .map(paper -> paper.become(status))
                .toList();
        if (!decided.isEmpty()) keep(decided);
        if (!isRevision || all.isEmpty()) return decided.size();
        return telling.revisions().ask(all.getFirst().conference(), all);
    }

    private void keep(List<Paper> decided) {
        papers.update(decided);
        for (var paper : decided)
            audit.record(
                    "paper.decided",
                    paper.id().toString(),
                    Map.of("decision", paper.status().code()));
        changed(decided);
        var conference = decided.getFirst().conference();
        if (!telling.embargo().holds(conference)) announce(conference, decided);
    }

    /**
     * Tells authors what was decided about their papers, and everybody what was accepted. Repeats safely.
     *
     * @param all of one conference; those of which nothing is to be announced are left out
     * @return how many there were to announce
     */
    @Transactional
    public int announce(UUID conference, List<Paper> all) {
        var announced =
                all.stream().filter(Paper::isToBeAnnounced).map(Paper::announce).toList();
        if (announced.isEmpty()) return 0;
        var now = clock.instant();
        papers.update(announced);
        var ids = announced.stream().map(Paper::id).toList();
        papers.announced(ids, now);
        for (var part : parts(ids))
            events.publishEvent(new DecisionsAnnounced(Tenancy.require().id(), conference, part, now.toEpochMilli()));
        changed(announced);
        return announced.size();
    }

    private static List<List<UUID>> parts(List<UUID> ids) {
        var parts = new ArrayList<List<UUID>>();
        for (var i = 0; i < ids.size(); i += AT_ONCE) parts.add(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)));
        return parts;
    }

    private void changed(List<Paper> all) {
        var ids = all.stream().map(Paper::id).toList();
        events.publishEvent(new DocumentsChanged(Tenancy.require().id(), Submitting.KIND, ids));
    }

    private static PaperStatus status(@Nullable String decision) {
        return switch (decision == null ? "" : decision) {
            case "accept" -> PaperStatus.ACCEPTED;
            case "reject" -> PaperStatus.REJECTED;
            case "revise", "reopen" -> PaperStatus.SUBMITTED;
            default -> throw new Problem.InvalidInput("/decision", "choice", "One of accept, reject, revise, reopen.");
        };
    }
}
