package org.plenary.papers.award;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.award.Award.Phase;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who votes on the awards of a conference. */
@Component
class Jury {
    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);
    private static final int NAME = 200;

    private final Rows rows;
    private final JurorConflicts conflicts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Jury(Rows rows, JurorConflicts conflicts, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.conflicts = conflicts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is kept of awards and votes. */
    @Component("awardRows")
    record Rows(Awards awards, Jurors jurors, Ballots ballots) {}

    /** @throws Problem.InvalidInput also when somebody with the address is in the jury already */
    @Transactional
    public void ask(ConferenceView conference, @Nullable String name, @Nullable String email, Locale locale) {
        var wrong = new Violations();
        wrong.text("/name", name, NAME);
        wrong.email("/email", email == null ? null : email.strip());
        wrong.throwIfAny();
        if (rows.jurors().of(conference.id()).size() >= Jurors.MOST)
            throw new Problem.InvalidInput("", "award_jury_full", "The jury is full.");
        var juror = new Juror(
                Ids.next(),
                conference.id(),
                String.valueOf(email).strip().toLowerCase(Locale.ROOT),
                String.valueOf(name).strip(),
                locale,
                clock.instant(),
                null);
        if (!rows.jurors().insert(juror))
            throw new Problem.InvalidInput("/email", "award_juror_there", "This address is in the jury already.");
        audit.record("award-juror.added", juror.id().toString(), Map.of("conference", conference.slug()));
        events.publishEvent(new AwardJurorsAsked(Tenancy.require().id(), conference.id()));
    }

    /** @throws Problem.Conflict {@code award_juror_voted} when they have voted */
    @Transactional
    public void remove(ConferenceView conference, UUID id) {
        if (rows.jurors().find(conference.id(), id).isEmpty()) return;
        if (!rows.jurors().delete(conference.id(), id))
            throw new Problem.Conflict("award_juror_voted", "They have voted already.");
        audit.record("award-juror.removed", id.toString(), Map.of("conference", conference.slug()));
    }

    /**
     * Reminds those who still have something to vote on; each once a day at most.
     *
     * @return how many
     */
    @Transactional
    public int remind(ConferenceView conference) {
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        var count =
                rows.jurors().remind(conference.id(), waitedFor(conference.id()), now.minus(BETWEEN_REMINDERS), now);
        if (count > 0) {
            audit.record(
                    "award-juror.reminded",
                    conference.id().toString(),
                    Map.of("conference", conference.slug(), "jurors", count));
            events.publishEvent(new AwardJurorsReminded(Tenancy.require().id(), conference.id(), now.toEpochMilli()));
        }
        return count;
    }

    /** Who can vote on something now and has not. */
    Set<UUID> waitedFor(UUID conference) {
        var jurors = rows.jurors().of(conference);
        var waited = new HashSet<UUID>();
        for (var award : rows.awards().of(conference)) {
            if (award.phase(clock.instant()) != Phase.VOTING) continue;
            var papers = rows.awards().nominees(award.id()).stream()
                    .filter(Nominee::isIn)
                    .map(Nominee::paper)
                    .toList();
            var closed = conflicts.of(conference, jurors, papers);
            var voters = rows.ballots().voters(award.id());
            for (var juror : jurors)
                if (!juror.name().isEmpty()
                        && !voters.contains(juror.id())
                        && closed.getOrDefault(juror.id(), Set.of()).size() < papers.size()) waited.add(juror.id());
        }
        return waited;
    }
}
