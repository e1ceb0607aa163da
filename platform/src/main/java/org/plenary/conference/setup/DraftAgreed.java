package org.plenary.conference.setup;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.DraftContent;
import org.plenary.identity.ConferenceRoles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed about a conference, and with whom, holds it. */
@Component
class DraftAgreed implements DraftContent {
    private final JdbcClient jdbc;
    private final ConferenceRoles roles;

    DraftAgreed(JdbcClient jdbc, ConferenceRoles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    @Override
    public boolean isInUse(UUID conference) {
        return roles.anyIn(conference)
                || jdbc.sql("""
                        select exists (select from agreement where conference_id = :conference)
                            or exists (select from partner where conference_id = :conference)
                            or exists (select from conference_application_entry where conference_id = :conference)""")
                        .param("conference", conference)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public void delete(UUID conference) {
        for (var table : List.of(
                "notice", "conference_rules", "conference_declaration", "conference_application", "conference_office"))
            jdbc.sql("delete from " + table + " where conference_id = ?")
                    .param(conference)
                    .update();
    }
}
