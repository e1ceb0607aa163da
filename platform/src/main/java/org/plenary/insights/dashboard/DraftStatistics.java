package org.plenary.insights.dashboard;

import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the statistics were handed over to somebody. */
@Component
class DraftStatistics implements DraftContent {
    private final JdbcClient jdbc;

    DraftStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("""
                        select exists (select from statistics_version where conference_id = :conference)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }
}
