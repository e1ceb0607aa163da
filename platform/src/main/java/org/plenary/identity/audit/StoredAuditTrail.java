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
import org.plenary.identity.Address;
import org.plenary.identity.AuditEntries;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;

/** The audit trail of the bound tenant, or of the operators where none is bound. Entries are never changed. */
@Component
class StoredAuditTrail implements AuditTrail, AuditEntries {
    private static final TypeReference<List<Differences.Change>> CHANGES = new TypeReference<>() {};

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

    /**
     * @param network where the request came from; null for what no request did
     * @param details a JSON object
     */
    record Entry(
            UUID id,
            Instant at,
            String caller,
            String callerName,
            @Nullable String network,
            String action,
            String subject,
            String details,
            List<Differences.Change> changes) {}

    /** Which entries; a null member means any. Days are those of the organization. */
    record Wanted(
            @Nullable String who,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until) {}

    @Override
    public void record(String action, String subject, Map<String, ?> details) {
        write(action, subject, details, null);
    }

    @Override
    public void changed(String action, String subject, Map<String, ?> details, Object before, Object after) {
        var changes = Differences.between(json.tree(before), json.tree(after));
        if (!changes.isEmpty()) write(action, subject, details, json.write(changes));
    }

    private void write(String action, String subject, Map<String, ?> details, @Nullable String changes) {
        var caller = callers.current();
        jdbc.sql("""
                        insert into audit_entry
                            (id, at, caller, caller_name, network, action, subject, details, changes)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))""")
                .params(Ids.next(), Timestamp.from(clock.instant()), caller.id(), caller.name())
                .param(network())
                .params(action, subject, json.write(details))
                .param(changes)
                .update();
    }

    private static @Nullable String network() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Address.written(request.getRequest().getRemoteAddr())
                : null;
    }

    /** The newest first. @param before the last that was seen */
    List<Entry> list(Wanted wanted, int limit, @Nullable UUID before) {
        return jdbc.sql("""
                        select id, at, caller, caller_name, network, action, subject, details, changes
                        from audit_entry
                        where (cast(:before as uuid) is null or id < :before)
                            and (cast(:who as text) is null or caller = :who or caller_name ilike :whoLike)
                            and (cast(:action as text) is null or action = :action)
                            and (cast(:subject as text) is null or subject = :subject)
                            and (cast(:from as timestamptz) is null or at >= :from)
                            and (cast(:until as timestamptz) is null or at < :until)
                        order by id desc limit :limit""")
                .param("before", before)
                .param("who", wanted.who())
                .param("whoLike", like(wanted.who()))
                .param("action", wanted.action())
                .param("subject", wanted.subject())
                .param("from", timestamp(wanted.from()))
                .param("until", timestamp(wanted.until()))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** What was done at all, by its codes. */
    List<String> actions() {
        return jdbc.sql("select distinct action from audit_entry order by action limit 500")
                .query((row, number) -> row.getString(1))
                .list();
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

    private Entry entry(ResultSet row, int number) throws SQLException {
        var changes = row.getString("changes");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("caller"),
                row.getString("caller_name"),
                row.getString("network"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"),
                changes == null ? List.of() : json.read(changes, CHANGES));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable String like(@Nullable String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
