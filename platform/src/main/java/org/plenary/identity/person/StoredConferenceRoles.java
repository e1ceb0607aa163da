package org.plenary.identity.person;

import java.util.UUID;
import org.plenary.identity.ConferenceRoles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredConferenceRoles implements ConferenceRoles {
    private final JdbcClient jdbc;

    StoredConferenceRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean anyIn(UUID conference) {
        return jdbc.sql("""
                        select exists (select from person_role where conference_id = :conference)
                            or exists (select from member_invitation where conference_id = :conference)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }
}
