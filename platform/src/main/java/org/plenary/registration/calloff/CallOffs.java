package org.plenary.registration.calloff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.Callers;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cancelled conferences of the bound tenant. Each change that has something done again tells so with it. */
@Component
class CallOffs {
    private final JdbcClient jdbc;
    private final Json json;
    private final Callers callers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallOffs(JdbcClient jdbc, Json json, Callers callers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(UUID conference, boolean inFull, LocalizedText message) {
        jdbc.sql("""
                INSERT INTO conference_cancellation (conference_id, status, in_full, message, started_by, started_at)
                VALUES (:conference, 'running', :inFull, CAST(:message AS jsonb), :by, :now)""")
                .param("conference", conference)
                .param("inFull", inFull)
                .param("message", json.write(message))
                .param("by", callers.current().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tell(conference);
    }

    @Transactional(readOnly = true)
    public Optional<CallOff> find(UUID conference) {
        return jdbc.sql("""
                SELECT conference_id, status, in_full, message, started_by, started_at
                FROM conference_cancellation WHERE conference_id = :conference""")
                .param("conference", conference)
                .query(this::callOff)
                .optional();
    }

    /** The conference of an order, when it is cancelled. */
    @Transactional(readOnly = true)
    public Optional<UUID> ofOrder(UUID order) {
        return jdbc.sql("""
                SELECT c.conference_id FROM conference_cancellation c JOIN orders o USING (conference_id)
                WHERE o.id = :order""").param("order", order).query(UUID.class).optional();
    }

    @Transactional
    public boolean pause(UUID conference) {
        return move(conference, List.of(CallOff.RUNNING), CallOff.PAUSED);
    }

    /** Goes on where it was paused. */
    @Transactional
    public boolean resume(UUID conference) {
        var isMoved = move(conference, List.of(CallOff.PAUSED), CallOff.RUNNING);
        if (isMoved) tell(conference);
        return isMoved;
    }

    /** There is something to do again; what is paused stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(UUID conference) {
        move(conference, List.of(CallOff.FINISHED), CallOff.RUNNING);
        tell(conference);
    }

    /** Nothing waits any more. */
    @Transactional
    public void finish(UUID conference) {
        jdbc.sql("""
                UPDATE conference_cancellation SET status = 'finished'
                WHERE conference_id = :conference AND status = 'running' AND NOT EXISTS (
                    SELECT 1 FROM cancelled_order WHERE conference_id = :conference AND state = 'waiting')""").param("conference", conference).update();
    }

    private boolean move(UUID conference, List<String> from, String to) {
        return jdbc.sql("""
                UPDATE conference_cancellation SET status = :to
                WHERE conference_id = :conference AND status IN (:from)""")
                        .param("to", to)
                        .param("from", from)
                        .param("conference", conference)
                        .update()
                == 1;
    }

    private void tell(UUID conference) {
        events.publishEvent(new CallOffStarted(Tenancy.require().id(), conference));
    }

    private CallOff callOff(ResultSet row, int number) throws SQLException {
        return new CallOff(
                row.getObject("conference_id", UUID.class),
                row.getString("status"),
                row.getBoolean("in_full"),
                json.read(row.getString("message"), LocalizedText.class),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant());
    }
}
