package org.plenary.papers.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.query.QueriedPapers.Found;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the authors or the reviewers of all papers that a query asks for. */
@Component
class PaperMessaging {
    private static final int AT_ONCE = 50;

    private final QueriedPapers queried;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    PaperMessaging(QueriedPapers queried, JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events) {
        this.queried = queried;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /** How many papers, or reviewers of them, would be written to. @throws Problem.InvalidInput at {@code /q} */
    @Transactional(readOnly = true)
    public int count(ConferenceView conference, String query, String audience) {
        return people(conference, query, audience).size();
    }

    /**
     * @param seen how many whoever does it was shown
     * @return how many papers, or reviewers, are written to
     * @throws Problem.InvalidInput naming what is wrong
     * @throws Problem.Conflict code {@code selection_changed} or {@code selection_large}
     */
    @Transactional
    public int send(ConferenceView conference, String query, String audience, String subject, String text, int seen) {
        var wrong = new Violations();
        PaperMessage.check(wrong, audience, subject, text);
        wrong.throwIfAny();
        var people = people(conference, query, audience);
        if (people.size() != seen)
            throw new Problem.Conflict("selection_changed", "There are " + people.size() + " now.");
        var message = Ids.next();
        for (var part : parts(people))
            events.publishEvent(new PaperMessage(
                    Tenancy.require().id(), conference.id(), message, audience, subject.strip(), text.strip(), part));
        audit.record(
                "papers.message-sent",
                conference.id().toString(),
                Map.of("conference", conference.slug(), "query", query, "audience", audience, "to", people.size()));
        return people.size();
    }

    private List<UUID> people(ConferenceView conference, String query, String audience) {
        var papers = queried.find(conference.id(), query, 0, Selecting.MOST + 1).stream()
                .map(Found::id)
                .toList();
        if (papers.size() > Selecting.MOST)
            throw new Problem.Conflict("selection_large", "At most " + Selecting.MOST + " papers at a time.");
        if (!audience.equals(PaperMessage.REVIEWERS) || papers.isEmpty()) return papers;
        return jdbc.sql("""
                        select distinct v.id from paper_review r join paper_reviewer v on v.id = r.reviewer
                        where r.paper in (:papers) and r.standing in ('given', 'begun', 'submitted') and v.standing = 'accepted'
                        order by v.id""")
                .param("papers", papers)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static List<List<UUID>> parts(List<UUID> all) {
        var parts = new ArrayList<List<UUID>>();
        for (var i = 0; i < all.size(); i += AT_ONCE) parts.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        return parts;
    }
}
