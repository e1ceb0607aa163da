package org.plenary.tenancy.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.jobs.ClockSetBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Delivers again what failed. Modulith's own table holds what is being delivered; what failed is moved out of it into {@code
 * late_event} until its next try, so that events that fail for ever are not in the way of others. Each move is one statement:
 * an event is in one of the two tables at any time.
 */
@Component
class Redelivery implements ClockSetBack {
    private static final Logger log = LoggerFactory.getLogger(Redelivery.class);
    private static final int BATCH = 200;
    private static final int MOST_IN_FLIGHT = 1000;

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;
    private final MessagingSettings settings;
    private final Clock clock;
    private final Counter parked;

    Redelivery(
            JdbcClient jdbc,
            FailedEventPublications failed,
            MessagingSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.failed = failed;
        this.settings = settings;
        this.clock = clock;
        this.parked = Counter.builder("plenary.events.parked")
                .description("Events that failed too often and wait for the operator")
                .register(meters);
    }

    /** One node at a time: two that resubmit at once would deliver twice. */
    void run() {
        setAside();
        var due = takeBack();
        if (due.isEmpty()) return;
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(BATCH)
                .withMaxInFlight(MOST_IN_FLIGHT)
                .withFilter(publication -> due.contains(publication.getIdentifier())));
    }

    private record SetAside(UUID id, String listener, String error, int attempts, boolean isParked) {}

    private void setAside() {
        var moved = jdbc.sql("""
                        with gone as (
                            delete from control.event_publication where status = 'FAILED' returning *)
                        insert into control.late_event (id, listener_id, event_type, serialized_event,
                            publication_date, completion_attempts, failures, last_error, next_try_at)
                        select id, listener_id, event_type, serialized_event, publication_date,
                            completion_attempts, failures, last_error,
                            case when failures < :limit then cast(:now as timestamptz) + interval '1 second'
                                * least(:longest, :first * power(2, greatest(failures, 1) - 1)) end
                        from gone
                        returning id, listener_id, last_error, completion_attempts, next_try_at is null""")
                .param("limit", settings.failures())
                .param("now", Timestamp.from(clock.instant()))
                .param("first", settings.firstDelay().toMillis() / 1000.0)
                .param("longest", settings.longestDelay().toMillis() / 1000.0)
                .query((row, number) -> new SetAside(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        String.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getBoolean(5)))
                .list();
        for (var event : moved) if (event.isParked()) park(event);
    }

    private void park(SetAside event) {
        parked.increment();
        log.error(
                "event {} failed too often for listener {} and is parked until the operator decides; attempts={} last error: {}",
                event.id(),
                event.listener(),
                event.attempts(),
                event.error());
    }

    private Set<UUID> takeBack() {
        return new HashSet<>(jdbc.sql("""
                        with due as (
                            delete from control.late_event where id in (
                                select id from control.late_event where next_try_at <= :now
                                order by next_try_at limit :batch for update skip locked)
                            returning *)
                        insert into control.event_publication (id, listener_id, event_type, serialized_event,
                            publication_date, completion_attempts, failures, last_error, last_resubmission_date, status)
                        select id, listener_id, event_type, serialized_event, publication_date,
                            completion_attempts, failures, last_error, :now, 'FAILED'
                        from due
                        returning id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** By which clock a next try was set is not known: all are made now. */
    @Override
    public void setTimesAnew() {
        jdbc.sql("update control.late_event set next_try_at = :now where next_try_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
