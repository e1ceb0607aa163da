package org.plenary.conference.setup;

import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.DraftContent;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes conferences that came to nothing: drafts that nobody outside ever saw, with all that was set up for them. */
@Component
public class DraftRemoval {
    private final Conferences conferences;
    private final List<DraftContent> contents;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Lifecycle lifecycle;

    DraftRemoval(
            Conferences conferences,
            List<DraftContent> contents,
            AuditTrail audit,
            JdbcClient jdbc,
            Lifecycle lifecycle) {
        this.conferences = conferences;
        this.contents = contents;
        this.audit = audit;
        this.jdbc = jdbc;
        this.lifecycle = lifecycle;
    }

    /** @throws Problem.Conflict {@code was_public}, or {@code draft_in_use} when there are contracts, registrations or papers */
    @Transactional
    public void delete(String slug) {
        var conference = conferences.findBySlug(slug).orElseThrow(StoredConferences::notFound);
        jdbc.sql("select 1 from conference where id = ? for update")
                .param(conference.id())
                .query()
                .singleRow();
        if (conference.status() != ConferenceStatus.DRAFT || conference.wasPublic())
            throw new Problem.Conflict("was_public", "Only a draft that was never published can be deleted.");
        if (contents.stream().anyMatch(content -> content.isInUse(conference.id())))
            throw new Problem.Conflict(
                    "draft_in_use", "There are contracts, registrations or papers; remove them first.");
        contents.forEach(content -> content.delete(conference.id()));
        jdbc.sql("delete from conference where id = ?").param(conference.id()).update();
        lifecycle.changed(conference);
        audit.record("conference.deleted", conference.id().toString(), Map.of("slug", slug));
    }
}
