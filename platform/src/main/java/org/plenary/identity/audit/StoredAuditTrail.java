package org.plenary.identity.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditEntries;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The audit trail of the bound tenant, or of the operators where none is bound. Entries are never changed. */
@Component
class StoredAuditTrail implements AuditTrail, AuditEntries {
    private final JdbcClient jdbc;
    private final Callers callers;
    private final Json json;
    private final Clock clock;

    StoredAuditTrail(JdbcClient jdbc, Callers callers, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.callers = callers;
        this.json = json;
        this.clock = clock;
    }

    record Entry(
            UUID id, Instant at, String caller, String callerName, String action, String subject, String details) {}

    @Override
    public void record(String action, String subject, Map<String, ?> details) {
        var caller = callers.current();
        jdbc.sql("""
                        insert into audit_entry (id, at, caller, caller_name, action, subject, details)
                        values (?, ?, ?, ?, ?, ?, cast(? as jsonb))""")
                .params(
                        Ids.next(),
                        Timestamp.from(clock.instant()),
                        caller.id(),
                        caller.name(),
                        action,
                        subject,
                        json.write(details))
                .update();
    }

    /** The newest first. */
    Page<Entry> page(int limit, @Nullable UUID before) {
        var rows = jdbc.sql(
                        "select * from audit_entry where cast(? as uuid) is null or id < ? order by id desc limit ?")
                .param(before)
                .param(before)
                .param(limit + 1)
                .query(StoredAuditTrail::entry)
                .list();
        return Page.of(rows, limit, entry -> entry.id().toString());
    }

    @Override
    public List<Done> to(Collection<String> subjects, int most) {
        return jdbc.sql("""
                        select at, caller, caller_name, action, subject from audit_entry
                        where subject = any (?) order by id desc limit ?""")
                .param(new SqlArrayValue("text", subjects.toArray()))
                .param(most)
                .query((row, number) -> new Done(
                        row.getTimestamp(1).toInstant(),
                        row.getString(3).isEmpty() ? row.getString(2) : row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("caller"),
                row.getString("caller_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"));
    }
}
