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
 * Accepts and rejects papers. Their authors are told at once (CFP-07: as early as possible), or when the chairs announce what was
 * decided, where an {@link Embargo} holds.
 */
@Component
public class Deciding {
    /** Papers in one announcement: as many as one listener tells without keeping others from theirs. */
    public static final int AT_ONCE = 50;

    private final Papers papers;
    private final Embargo embargo;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deciding(Papers papers, Embargo embargo, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.papers = papers;
        this.embargo = embargo;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param decision {@code accept} or {@code reject}, or {@code reopen} for a decision that nobody was told; the same again changes
     *     nothing
     * @throws Problem.Conflict code {@code illegal_status} for a withdrawn paper, and when what is reopened was announced
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
     * @throws Problem.Conflict code {@code illegal_status} when one of them is withdrawn, or announced and to be reopened
     */
    @Transactional
    public int decideAll(List<Paper> all, @Nullable String decision) {
        var status = status(decision);
        var decided = all.stream()
                .filter(paper -> paper.status() != status)
                .map(paper -> paper.become(status))
                .toList();
        if (decided.isEmpty()) return 0;
        papers.update(decided);
        for (var paper : decided)
            audit.record(
                    "paper.decided",
                    paper.id().toString(),
                    Map.of("decision", paper.status().code()));
        changed(decided);
        var conference = decided.getFirst().conference();
        if (!embargo.holds(conference)) announce(conference, decided);
        return decided.size();
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
            case "reopen" -> PaperStatus.SUBMITTED;
            default -> throw new Problem.InvalidInput("/decision", "choice", "One of accept, reject, reopen.");
        };
    }
}
