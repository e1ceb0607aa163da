package org.plenary.tenancy.messaging;

import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes down why a listener failed, beside the event that it failed for. Runs inside of Modulith's advisor, so that the
 * reason is there before the event is marked as failed, and outside of the listener's transaction, which is rolled back.
 */
final class Failures implements MethodInterceptor {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final int LONGEST_ERROR = 1000;

    private final ObjectProvider<JdbcClient> jdbc;
    private final ObjectProvider<EventSerializer> serializer;

    Failures(ObjectProvider<JdbcClient> jdbc, ObjectProvider<EventSerializer> serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
        try {
            return listener.proceed();
        } catch (Exception | Error e) {
            // a node that stops interrupts it: that it gave up is still written down, here and by whoever marks the
            // event
            var unused = Thread.interrupted();
            note(listener, e);
            throw e;
        }
    }

    private void note(MethodInvocation listener, Throwable failure) {
        var id = id(listener);
        var event = Objects.requireNonNull(listener.getArguments()[0]);
        var outage = Outage.isCauseOf(failure);
        if (outage) log.warn("listener {} could not do its work now: {}", id, error(failure));
        else log.warn("listener {} failed", id, failure);
        try {
            jdbc.getObject()
                    .sql("""
                            update control.event_publication
                            set failures = failures + :counted, last_error = :error
                            where listener_id = :listener and serialized_event = :event and status = 'PROCESSING'""")
                    .param("counted", outage ? 0 : 1)
                    .param("error", error(failure))
                    .param("listener", id)
                    .param("event", serializer.getObject().serialize(event).toString())
                    .update();
        } catch (DataAccessException e) {
            // the database itself is away: the event is found again, without its reason
            log.debug("the failure of listener {} could not be written down", id, e);
        }
    }

    private static String id(MethodInvocation listener) {
        var annotation =
                AnnotatedElementUtils.findMergedAnnotation(listener.getMethod(), TransactionalEventListener.class);
        return annotation == null ? listener.getMethod().toString() : annotation.id();
    }

    private static String error(Throwable failure) {
        var root = failure;
        for (var depth = 0; root.getCause() != null && depth < 20; depth++) root = root.getCause();
        var text = root == failure ? said(failure) : said(failure) + " (" + said(root) + ")";
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private static String said(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
