package org.plenary.forms;

import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms go with their conference; whoever keeps answers says whether there are any. */
@Component
class DraftForms implements DraftContent {
    private final JdbcClient jdbc;

    DraftForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return false;
    }

    @Override
    public void delete(UUID conference) {
        for (var purpose : Purpose.values())
            jdbc.sql("DELETE FROM " + purpose.table() + " WHERE conference_id = ?")
                    .param(conference)
                    .update();
    }
}
