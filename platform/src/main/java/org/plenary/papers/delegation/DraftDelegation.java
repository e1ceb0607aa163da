package org.plenary.papers.delegation;

import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether reviewers may ask others goes with its conference; a conference with requests has reviewers, and is no draft. */
@Component
class DraftDelegation implements DraftContent {
    private final JdbcClient jdbc;

    DraftDelegation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("select exists (select from paper_sub_review where conference = :conference)")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(UUID conference) {
        jdbc.sql("delete from paper_delegation where conference = ?")
                .param(conference)
                .update();
    }
}
