package org.plenary.lodging.rooming;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a hotel or the organizer's staff tick at a stay: who came, who stayed away, who may leave late. */
@Component
class StayTicks {
    static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;
    private final HotelStays stays;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StayTicks(JdbcClient jdbc, HotelStays stays, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.stays = stays;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem.Conflict {@code stay_state} when it may not become that today, or has changed meanwhile */
    @Transactional
    public HotelStay mark(HotelDesk desk, UUID id, String wire) {
        var next = StayState.of(wire)
                .orElseThrow(() -> new Problem.InvalidInput("/state", "unknown_status", "There is no such status."));
        var stay = require(desk, id);
        var now = stay.state();
        if (!now.mayBecome(next, desk.today(clock), stay.checkIn()) || !write(id, now, next))
            throw new Problem.Conflict("stay_state", "This cannot be said of this stay today.");
        record(desk, "stay." + next.wire().replace('_', '-'), id, Map.of("from", now.wire()));
        return stay;
    }

    private boolean write(UUID id, StayState from, StayState to) {
        return jdbc.sql("UPDATE room_booking SET stay = :to WHERE id = :id AND stay = :from AND status = 'confirmed'")
                        .param("to", to.wire())
                        .param("id", id)
                        .param("from", from.wire())
                        .update()
                == 1;
    }

    /**
     * Settles a late check-out, asked for or not. The guest is told of the answer.
     *
     * @throws Problem.InvalidInput at {@code /until}, {@code /note} or {@code /state}
     */
    @Transactional
    public HotelStay lateCheckOut(HotelDesk desk, UUID id, @Nullable LocalTime until, String note, String wire) {
        var stay = require(desk, id);
        var state = LateCheckOut.State.of(wire);
        new Violations()
                .required("/until", until)
                .optionalText("/note", note, LONGEST_NOTE)
                .check(state.isPresent(), "/state", "unknown_status", "There is no such status.")
                .throwIfAny();
        var late = new LateCheckOut(state.orElseThrow(), Objects.requireNonNull(until), note.strip());
        if (late.equals(stay.late())) return stay;
        write(id, late);
        record(
                desk,
                "late-check-out." + late.state().wire(),
                id,
                Map.of("until", late.until().toString()));
        if (late.state() != LateCheckOut.State.REQUESTED)
            events.publishEvent(
                    new LateAnswered(Tenancy.require().id(), desk.conference().id(), id));
        return stay;
    }

    void write(UUID id, @Nullable LateCheckOut late) {
        jdbc.sql("UPDATE room_booking SET late = :state, late_until = :until, late_note = :note WHERE id = :id")
                .param("state", late == null ? null : late.state().wire())
                .param("until", late == null ? null : late.until(), Types.TIME)
                .param("note", late == null || late.note().isEmpty() ? null : late.note())
                .param("id", id)
                .update();
    }

    HotelStay require(HotelDesk desk, UUID id) {
        return stays.find(desk.hotel(), id).orElseThrow(() -> new Problem.NotFound("This stay"));
    }

    private void record(HotelDesk desk, String action, UUID stay, Map<String, String> more) {
        var details = new HashMap<String, String>(more);
        details.put("conference", desk.conference().slug());
        details.put("hotel", desk.hotel().key());
        audit.record(action, stay.toString(), details);
    }
}
