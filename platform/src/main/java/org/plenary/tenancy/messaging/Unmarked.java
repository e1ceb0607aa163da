package org.plenary.tenancy.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * When the database goes away while a listener is at work, Modulith can mark its event neither as completed nor as failed: it would seem
 * to be at work for minutes after the database is back. It is marked as failed here as soon as that can be done. So is what waits for its
 * lane when the node ends: others need not wait until it counts as lost. Stands outside of the lanes and of Modulith's advisor, whose
 * own failures come through here.
 */
final class Unmarked implements MethodInterceptor {
    private static final Logger log = LoggerFactory.getLogger(Unmarked.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** After it Modulith takes them for lost by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ObjectProvider<JdbcClient> jdbc;
    private final ObjectProvider<EventSerializer> serializer;
    private final ObjectProvider<Clock> clock;

    Unmarked(ObjectProvider<JdbcClient> jdbc, ObjectProvider<EventSerializer> serializer, ObjectProvider<Clock> clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
        var begun = clock.getObject().instant();
        try {
            return listener.proceed();
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) lost(listener, begun).mark();
            else if (DatabaseAway.isCauseOf(e))
                Thread.ofVirtual().name("unmarked-event").start(lost(listener, begun)::markPatiently);
            throw e;
        }
    }

    private Lost lost(MethodInvocation listener, Instant begun) {
        var annotation =
                AnnotatedElementUtils.findMergedAnnotation(listener.getMethod(), TransactionalEventListener.class);
        var event = serializer
                .getObject()
                .serialize(Objects.requireNonNull(listener.getArguments()[0]))
                .toString();
        return new Lost(jdbc.getObject(), Objects.requireNonNull(annotation).id(), event, begun);
    }

    /** A delivery that came to nothing, unless it was marked after all or is being made again already. */
    private record Lost(JdbcClient jdbc, String listener, String event, Instant begun) {
        void markPatiently() {
            var end = System.nanoTime() + LONGEST.toNanos();
            try {
                do Thread.sleep(PAUSE);
                while (!mark() && System.nanoTime() < end);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean mark() {
            try {
                jdbc.sql("""
                                update control.event_publication set status = 'FAILED'
                                where listener_id = :listener and serialized_event = :event and status <> 'FAILED'
                                    and coalesce(last_resubmission_date, publication_date) <= :begun""")
                        .param("listener", listener)
                        .param("event", event)
                        .param("begun", Timestamp.from(begun))
                        .update();
                return true;
            } catch (DataAccessException e) {
                log.debug("an event of listener {} cannot be marked as failed yet", listener, e);
                return false;
            }
        }
    }
}
