package org.plenary.papers.call;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A call goes with its conference, a paper does not. */
@Component
class DraftCall implements DraftContent {
    private static final List<String> SETTINGS = List.of("paper_draft", "submission_grace", "call_for_papers");

    private final JdbcClient jdbc;

    DraftCall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("""
                        select exists (select from paper where conference = :conference)
                            or exists (select from import_job where conference = :conference)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(UUID conference) {
        for (var table : SETTINGS)
            jdbc.sql("delete from " + table + " where conference = ?")
                    .param(conference)
                    .update();
    }
}
