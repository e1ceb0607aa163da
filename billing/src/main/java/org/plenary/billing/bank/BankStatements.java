package org.plenary.billing.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The statements that were brought in, and how far each is. Their files go once they are worked off. */
@Component
class BankStatements {
    static final String DRAFT = "draft";
    static final String RUNNING = "running";
    static final String FINISHED = "finished";
    static final String FAILED = "failed";
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BankStatements(JdbcClient jdbc, Json json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** @param added lines that were not known before; @param matched those whose order was found by itself */
    record Row(
            UUID id,
            String name,
            String status,
            int total,
            int done,
            int added,
            int matched,
            @Nullable String problem,
            Cashier by,
            Instant uploadedAt) {
        public boolean isRunning() {
            return status.equals(RUNNING);
        }
    }

    @Transactional
    public UUID keep(String name, byte[] content, Cashier by) {
        var id = Ids.next();
        jdbc.sql("""
                insert into bank_statement (id, name, status, content, uploaded_by_id, uploaded_by, uploaded_at)
                values (:id, :name, 'draft', :content, :who, :by, :now)""")
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .param("who", by.id())
                .param("by", by.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Has a draft worked off soon. @param mapping null for a file that says itself what is in it */
    @Transactional
    public void begin(UUID id, int total, @Nullable LineMapping mapping) {
        var isFirst = jdbc.sql("""
                update bank_statement set status = 'running', total = :total, mapping = cast(:mapping as jsonb)
                where id = :id and status = 'draft'""")
                        .param("total", total)
                        .param("mapping", mapping == null ? null : json.write(mapping))
                        .param("id", id)
                        .update()
                == 1;
        if (isFirst) events.publishEvent(new StatementStarted(Tenancy.require().id(), id));
    }

    @Transactional(readOnly = true)
    public Optional<Row> find(UUID id) {
        return jdbc.sql("select * from bank_statement where id = ?")
                .param(id)
                .query(BankStatements::row)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Row> latest() {
        return jdbc.sql("select * from bank_statement where status <> 'draft' order by id desc limit ?")
                .param(SHOWN)
                .query(BankStatements::row)
                .list();
    }

    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return jdbc.sql("select content from bank_statement where id = ? and content is not null")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new org.plenary.kernel.Problem.NotFound("This file"));
    }

    @Transactional(readOnly = true)
    public Optional<LineMapping> mapping(UUID id) {
        return jdbc.sql("select mapping from bank_statement where id = ? and mapping is not null")
                .param(id)
                .query((row, n) -> json.read(row.getString(1), LineMapping.class))
                .optional();
    }

    @Transactional
    public void advance(UUID id, int done, int added, int matched) {
        jdbc.sql("""
                update bank_statement set done = :done, added = added + :added, matched = matched + :matched
                where id = :id""")
                .param("done", done)
                .param("added", added)
                .param("matched", matched)
                .param("id", id)
                .update();
    }

    @Transactional
    public void end(UUID id, String status, @Nullable String problem) {
        jdbc.sql("update bank_statement set status = :status, problem = :problem, content = null where id = :id")
                .param("status", status)
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("status"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("added"),
                row.getInt("matched"),
                row.getString("problem"),
                new Cashier(row.getString("uploaded_by_id"), row.getString("uploaded_by")),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
