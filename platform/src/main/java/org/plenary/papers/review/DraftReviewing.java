package org.plenary.papers.review;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of reviewing goes with its conference; who was asked to review knows of it, and it stays. */
@Component
class DraftReviewing implements DraftContent {
    private static final List<String> TABLES = List.of(
            "paper_match_question",
            "paper_match_run",
            "paper_tag",
            "paper_comment",
            "paper_review",
            "paper_bid",
            "paper_conflict_ruling",
            "paper_reviewing");

    private final JdbcClient jdbc;

    DraftReviewing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("select exists (select from paper_reviewer where conference = :conference)")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(UUID conference) {
        for (var table : TABLES)
            jdbc.sql("delete from " + table + " where conference = ?")
                    .param(conference)
                    .update();
    }
}
