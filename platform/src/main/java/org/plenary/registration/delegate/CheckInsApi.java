package org.plenary.registration.delegate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.DelegateCheckedIn;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/check-ins")
@Requires(Permission.REGISTRATION_WRITE)
class CheckInsApi {
    private final ConferenceApi conferences;
    private final CheckingIn checkingIn;

    CheckInsApi(ConferenceApi conferences, CheckingIn checkingIn) {
        this.conferences = conferences;
        this.checkingIn = checkingIn;
    }

    /** @param at when it happened, for a device that was offline; null, or a time that has not come yet, for now */
    record CheckIn(
            @Nullable String ticket,
            @Nullable String gate,
            @Nullable Instant at,
            @Nullable String device) {}

    /**
     * @param rights of the holder by their fee, for the badge: {@code vote}, {@code speak}, {@code attend}
     * @param at the first time
     */
    record Result(
            String status,
            String name,
            String fee,
            List<String> rights,
            Instant at,
            @Nullable String gate) {}

    @PostMapping
    Result checkIn(@PathVariable String conference, @RequestBody CheckIn checkIn) {
        return checkingIn.checkIn(conferences.bySlug(conference).id(), checkIn);
    }

    /** Lets the holder of a ticket in, once. */
    @Component
    static class CheckingIn {
        private static final int MAXIMUM_TEXT = 100;

        private final JdbcClient jdbc;
        private final ApplicationEventPublisher events;
        private final Clock clock;

        CheckingIn(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
            this.jdbc = jdbc;
            this.events = events;
            this.clock = clock;
        }

        /** A ticket whose place was passed on is known, and opens no door any more. */
        private Problem missing(UUID conference, String ticket) {
            var isVoided = jdbc.sql("""
                    SELECT EXISTS (SELECT FROM voided_ticket v JOIN delegate d ON d.id = v.delegate_id
                        WHERE v.code = :ticket AND d.conference_id = :conference)""")
                    .param("ticket", ticket)
                    .param("conference", conference)
                    .query(Boolean.class)
                    .single();
            return isVoided
                    ? new Problem.Conflict("ticket_not_valid", "This ticket is not valid any more.")
                    : vacated(conference, ticket);
        }

        /** The ticket of somebody who was taken out of a group's place opens no door, whoever has the place now. */
        private Problem vacated(UUID conference, String ticket) {
            return jdbc.sql("""
                    SELECT d.name = '' FROM group_place p JOIN delegate d ON d.id = p.delegate_id
                    WHERE d.conference_id = :conference AND :ticket = ANY (p.old_tickets)""")
                    .param("conference", conference)
                    .param("ticket", ticket)
                    .query(Boolean.class)
                    .optional()
                    .<Problem>map(isNameless -> isNameless
                            ? new Problem.Conflict(
                                    "name_missing",
                                    "This place of a group has no name now: whoever comes has to be named first.")
                            : new Problem.Conflict("ticket_not_valid", "This ticket is not valid any more."))
                    .orElseGet(() -> new Problem.NotFound("This ticket"));
        }

        @Transactional
        public Result checkIn(UUID conference, CheckIn checkIn) {
            var found = new Violations();
            found.text("/ticket", checkIn.ticket(), MAXIMUM_TEXT);
            found.optionalText("/gate", checkIn.gate(), MAXIMUM_TEXT);
            found.optionalText("/device", checkIn.device(), MAXIMUM_TEXT);
            var now = clock.instant();
            // Nobody waits at the door because a device's clock is ahead.
            var at = checkIn.at() == null || checkIn.at().isAfter(now) ? now : checkIn.at();
            found.throwIfAny();
            var ticket = String.valueOf(checkIn.ticket()).strip().toUpperCase(Locale.ROOT);
            var first = jdbc.sql("""
                    UPDATE delegate SET checked_in_at = :at, checked_in_gate = :gate, version = version + 1
                    WHERE conference_id = :conference AND ticket_code = :ticket AND status = 'confirmed'
                      AND checked_in_at IS NULL
                    RETURNING order_id, id""")
                    .param("at", Timestamp.from(at))
                    .param("gate", checkIn.gate())
                    .param("conference", conference)
                    .param("ticket", ticket)
                    .query((row, n) -> new DelegateCheckedIn(
                            Tenancy.require().id(),
                            conference,
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            at))
                    .optional();
            first.ifPresent(events::publishEvent);
            return jdbc.sql("""
                    SELECT d.name, d.fee_key, d.status, d.checked_in_at, d.checked_in_gate, %s FROM delegate d
                    WHERE d.conference_id = :conference AND d.ticket_code = :ticket""".formatted(Rights.ARRAY))
                    .param("conference", conference)
                    .param("ticket", ticket)
                    .query((row, n) -> {
                        if (!row.getString(3).equals("confirmed"))
                            throw new Problem.Conflict("ticket_not_valid", "This ticket is not valid any more.");
                        return new Result(
                                first.isPresent() ? "checked_in" : "already_checked_in",
                                row.getString(1),
                                row.getString(2),
                                List.of((String[]) row.getArray(6).getArray()),
                                row.getTimestamp(4).toInstant(),
                                row.getString(5));
                    })
                    .optional()
                    .orElseThrow(() -> missing(conference, ticket));
        }
    }
}
