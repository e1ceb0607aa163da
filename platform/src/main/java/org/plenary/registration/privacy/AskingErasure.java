package org.plenary.registration.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking to be forgotten, and saying yes or no to it. */
@Component
class AskingErasure {
    private static final int LONGEST_REASON = 2000;

    private final Erasures erasures;
    private final Subjects subjects;
    private final Hindrances hindrances;
    private final Told told;
    private final Clock clock;

    AskingErasure(Erasures erasures, Subjects subjects, Hindrances hindrances, Told told, Clock clock) {
        this.erasures = erasures;
        this.subjects = subjects;
        this.hindrances = hindrances;
        this.told = told;
        this.clock = clock;
    }

    /** What stands in the way of forgetting somebody now. */
    @Component
    static class Hindrances {
        private final JdbcClient jdbc;
        private final Clock clock;

        Hindrances(JdbcClient jdbc, Clock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        /** The code of the first one: {@code order_open}, {@code still_registered}, {@code still_waiting}. */
        @Transactional(readOnly = true)
        public Optional<String> of(ConferenceView conference, Subject subject) {
            var isOver =
                    LocalDate.ofInstant(clock.instant(), conference.timeZone()).isAfter(conference.endsOn());
            return jdbc.sql("""
                    SELECT CASE
                        WHEN EXISTS (SELECT FROM orders o WHERE o.id = ANY (:orders)
                            AND (o.status IN ('pending', 'awaiting_approval') OR EXISTS (SELECT FROM order_change c
                                WHERE c.order_id = o.id AND c.status = 'pending'))) THEN 'order_open'
                        WHEN NOT :over AND EXISTS (SELECT FROM orders o WHERE o.id = ANY (:orders)
                            AND o.status = 'confirmed') THEN 'still_registered'
                        WHEN EXISTS (SELECT FROM waiting_entry w WHERE w.conference_id = :conference
                            AND w.status = 'waiting' AND lower(w.email) = ANY (:emails)) THEN 'still_waiting'
                        ELSE '' END""")
                    .param("orders", new SqlArrayValue("uuid", subject.orders().toArray()))
                    .param("emails", new SqlArrayValue("text", subject.emails().toArray()))
                    .param("conference", conference.id())
                    .param("over", isOver)
                    .query(String.class)
                    .optional()
                    .filter(code -> !code.isEmpty());
        }

        void check(ConferenceView conference, Subject subject) {
            of(conference, subject).ifPresent(code -> {
                throw new Problem.Conflict(code, "What is still needed for the registration cannot be erased yet.");
            });
        }
    }

    /** Whoever must know of a decision. */
    @Component
    record Told(Callers callers, AuditTrail audit, ApplicationEventPublisher events) {
        void decided(ConferenceView conference, Erasure erasure, boolean isApproved) {
            audit.record(
                    isApproved ? "erasure.approved" : "erasure.refused",
                    erasure.code(),
                    Map.of("conference", conference.slug()));
            events.publishEvent(new ErasureDecided(Tenancy.require().id(), conference.id(), erasure.id()));
        }
    }

    /**
     * @throws Problem.Conflict {@code still_registered}, {@code order_open}, {@code still_waiting}, or {@code erasure_asked} when it
     *     was asked before
     */
    @Transactional
    public void ask(ConferenceView conference, UUID order) {
        var subject = subjects.of(order);
        hindrances.check(conference, subject);
        if (!erasures.insert(subject, clock.instant()))
            throw new Problem.Conflict("erasure_asked", "You have asked for this already.");
    }

    /**
     * @param reason for the person, of a refusal
     * @throws Problem.Conflict as {@link #ask} does, of an approval; {@code erasure_decided} when somebody was quicker
     */
    @Transactional
    public void decide(ConferenceView conference, UUID id, boolean isApproved, @Nullable String reason) {
        var erasure = erasures.find(conference.id(), id).orElseThrow(() -> new Problem.NotFound("This request"));
        if (isApproved) hindrances.check(conference, subjects.of(erasure.order()));
        else new Violations().text("/reason", reason, LONGEST_REASON).throwIfAny();
        var isFirst = erasures.decide(
                id,
                isApproved ? Erasure.APPROVED : Erasure.REFUSED,
                isApproved ? null : reason,
                told.callers().current().name(),
                clock.instant());
        if (!isFirst) throw new Problem.Conflict("erasure_decided", "This was decided already.");
        told.decided(conference, erasure, isApproved);
    }
}
