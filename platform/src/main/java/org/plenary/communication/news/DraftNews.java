package org.plenary.communication.news;

import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants to hear of the conference was promised to. */
@Component
class DraftNews implements DraftContent {
    private final JdbcClient jdbc;

    DraftNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return jdbc.sql("""
                        select exists (select from news_subscriber where conference_id = :conference)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }
}
