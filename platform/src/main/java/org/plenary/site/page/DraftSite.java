package org.plenary.site.page;

import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages go with the draft that they were written for. */
@Component
class DraftSite implements DraftContent {
    private final JdbcClient jdbc;

    DraftSite(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void delete(UUID conference) {
        jdbc.sql("delete from site_page where conference_id = ?")
                .param(conference)
                .update();
    }
}
