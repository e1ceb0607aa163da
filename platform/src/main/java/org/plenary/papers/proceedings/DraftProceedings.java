package org.plenary.papers.proceedings;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a volume says about itself goes with its conference; it has no papers as long as that is a draft. */
@Component
class DraftProceedings implements DraftContent {
    private static final List<String> TABLES = List.of("proceedings_run", "proceedings");

    private final JdbcClient jdbc;

    DraftProceedings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void delete(UUID conference) {
        for (var table : TABLES)
            jdbc.sql("delete from " + table + " where conference = ?")
                    .param(conference)
                    .update();
    }
}
