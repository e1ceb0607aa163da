package org.plenary.papers.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts and rejects papers. */
@Component
public class Deciding {
    private final Papers papers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Deciding(Papers papers, AuditTrail audit, ApplicationEventPublisher events) {
        this.papers = papers;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param decision {@code accept} or {@code reject}; the same decision again changes nothing
     * @throws Problem.Conflict code {@code illegal_status} for a withdrawn paper
     */
    @Transactional
    public Paper decide(Paper paper, @Nullable String decision) {
        var decided = paper.become(status(decision));
        if (decided.equals(paper)) return paper;
        papers.update(List.of(decided));
        audit.record(
                "paper.decided",
                paper.id().toString(),
                Map.of("decision", decided.status().code()));
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), Submitting.KIND, paper.id()));
        return decided;
    }

    /**
     * The same decision for all of them, or for none.
     *
     * @return how many it changed something for
     * @throws Problem.Conflict code {@code illegal_status} when one of them is withdrawn
     */
    @Transactional
    public int decideAll(List<Paper> all, @Nullable String decision) {
        var changed = 0;
        for (var paper : all) if (!decide(paper, decision).equals(paper)) changed++;
        return changed;
    }

    private static PaperStatus status(@Nullable String decision) {
        return switch (decision == null ? "" : decision) {
            case "accept" -> PaperStatus.ACCEPTED;
            case "reject" -> PaperStatus.REJECTED;
            default -> throw new Problem.InvalidInput("/decision", "choice", "One of accept, reject.");
        };
    }
}
