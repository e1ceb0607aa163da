package org.plenary.identity.person;

import org.plenary.tenancy.StartStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody carries a conference alone; one who is asked counts. */
@Component
class ColleaguesStart implements StartStep {
    private static final int ORDER = 40;

    private final JdbcClient jdbc;

    ColleaguesStart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "identity.start.colleagues";
    }

    @Override
    public String path() {
        return "/manage/members";
    }

    @Override
    public boolean isDone() {
        return jdbc.sql("select (select count(*) from person) > 1 or exists (select from member_invitation)")
                .query(Boolean.class)
                .single();
    }
}
