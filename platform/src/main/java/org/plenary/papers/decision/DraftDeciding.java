package org.plenary.papers.decision;

import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How decisions are told goes with its conference; letters go to authors of papers, and with a paper no conference is a draft. */
@Component
class DraftDeciding implements DraftContent {
    private final JdbcClient jdbc;

    DraftDeciding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return false;
    }

    @Override
    public void delete(UUID conference) {
        jdbc.sql("delete from paper_deciding where conference = ?")
                .param(conference)
                .update();
    }
}
