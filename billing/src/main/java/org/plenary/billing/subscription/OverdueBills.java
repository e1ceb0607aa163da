package org.plenary.billing.subscription;

import java.time.Instant;
import java.util.List;
import org.plenary.tenancy.OperatorConcern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organizations that have not paid for their plan in time. */
@Component
class OverdueBills implements OperatorConcern {
    private static final String OVERDUE = """
            from control.subscription s join control.tenant t on t.id = s.tenant_id
            where s.overdue_since is not null""";

    private final JdbcClient jdbc;

    OverdueBills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param suspended for want of payment */
    record Overdue(String slug, String name, String plan, Instant since, boolean suspended) {}

    @Override
    public Concern now() {
        var count = jdbc.sql("select count(*) " + OVERDUE).query(Long.class).single();
        return new Concern("overdue-bills", count, "/operator/revenue#overdue");
    }

    /** The longest overdue first. */
    List<Overdue> first(int most) {
        return jdbc.sql("select t.slug, t.name, s.plan, s.overdue_since, s.suspended_at is not null as suspended "
                        + OVERDUE + " order by s.overdue_since, t.slug limit ?")
                .param(most)
                .query((row, number) -> new Overdue(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("plan"),
                        row.getTimestamp("overdue_since").toInstant(),
                        row.getBoolean("suspended")))
                .list();
    }
}
