package org.plenary.papers.award;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Awards go with their conference; with a nominee, which is an accepted paper, or somebody in the jury no conference is a draft. */
@Component
class DraftAwards implements DraftContent {
    private static final List<String> TABLES = List.of("paper_award_nominee", "paper_award");

    private final JdbcClient jdbc;

    DraftAwards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("select exists (select from paper_award_juror where conference = :conference)")
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
