package org.plenary.registration.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who cannot attend. What delegates say themselves waits for staff to verify it. */
@Component
class Recording {
    private static final int LONGEST_REASON = 500;

    private final Absences absences;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    Recording(Absences absences, Callers callers, AuditTrail audit, Clock clock) {
        this.absences = absences;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param days on which somebody cannot attend; empty for all */
    record Said(List<LocalDate> days, String reason) {
        private void check(ConferenceView conference) {
            var found = new Violations();
            found.text("/reason", reason, LONGEST_REASON);
            var isWithin = days.stream()
                    .noneMatch(day -> day.isBefore(conference.startsOn()) || day.isAfter(conference.endsOn()));
            found.check(isWithin, "/days", "not_a_day_of_it", "These are not days of the conference.");
            found.throwIfAny();
        }
    }

    /** By the delegate, whose order the caller has opened. */
    @Transactional
    public void bySelf(ConferenceView conference, UUID delegate, Said said) {
        said.check(conference);
        requireTakingPart(conference, delegate);
        absences.write(Ids.next(), conference.id(), delegate, said, null, clock.instant());
    }

    /** By staff, who know of it; it is verified by that. */
    @Transactional
    public void byStaff(ConferenceView conference, UUID delegate, Said said) {
        said.check(conference);
        requireTakingPart(conference, delegate);
        var by = callers.current().name();
        absences.write(Ids.next(), conference.id(), delegate, said, by, clock.instant());
        absences.ofDelegate(conference.id(), delegate)
                .ifPresent(absence -> absences.verify(absence.id(), by, clock.instant()));
        audit.record(
                "absence.recorded",
                delegate.toString(),
                Map.of("days", said.days().size()));
    }

    @Transactional
    public void verify(ConferenceView conference, UUID id) {
        var absence = find(conference, id);
        absences.verify(absence.id(), callers.current().name(), clock.instant());
        audit.record("absence.verified", absence.delegate().toString(), Map.of());
    }

    /** The person attends after all. */
    @Transactional
    public void withdraw(ConferenceView conference, UUID id) {
        var absence = find(conference, id);
        absences.withdraw(absence.id(), clock.instant());
        audit.record("absence.withdrawn", absence.delegate().toString(), Map.of());
    }

    @Transactional
    public void withdrawBySelf(ConferenceView conference, UUID delegate) {
        absences.ofDelegate(conference.id(), delegate)
                .ifPresent(absence -> absences.withdraw(absence.id(), clock.instant()));
    }

    private Absence find(ConferenceView conference, UUID id) {
        return absences.find(conference.id(), id).orElseThrow(() -> new Problem.NotFound("This absence"));
    }

    private void requireTakingPart(ConferenceView conference, UUID delegate) {
        if (!absences.takesPart(conference.id(), delegate)) throw new Problem.NotFound("This delegate");
    }
}
