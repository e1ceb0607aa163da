package org.plenary.papers.award;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.award.Award.Phase;
import org.plenary.papers.submission.Author;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Confirms who wins, and tells everybody when the time has come. */
@Component
class Awarding {
    private static final int REASON = 1_000;
    private static final int CODE_LENGTH = 16;

    private final Awards awards;
    private final Voting voting;
    private final AwardCertificates certificates;
    private final AuditTrail audit;
    private final Around around;

    Awarding(Awards awards, Voting voting, AwardCertificates certificates, AuditTrail audit, Around around) {
        this.awards = awards;
        this.voting = voting;
        this.certificates = certificates;
        this.audit = audit;
        this.around = around;
    }

    /** The time, and who else is to know. */
    @Component("awardingAround")
    record Around(ApplicationEventPublisher events, Clock clock) {}

    /**
     * Until it is announced the outcome can be confirmed otherwise. Without a vote the chairs award by themselves, with a reason.
     *
     * @param numbers of the papers that win
     * @param reason needed where it is not what the votes propose, ties included
     * @throws Problem.InvalidInput at {@code /winner} or {@code /reason}
     * @throws Problem.Conflict {@code award_wrong_time} while the jury votes, and once it is announced
     */
    @Transactional
    public void confirm(ConferenceView conference, UUID id, List<Integer> numbers, @Nullable String reason) {
        var award = awards.lock(conference.id(), id);
        award.requirePhase(now(), Phase.GATHERING, Phase.COUNTED, Phase.CONFIRMED);
        var wrong = new Violations();
        var chosen = new ArrayList<UUID>();
        for (var nominee : awards.nominees(id))
            if (nominee.isIn() && numbers.contains(nominee.paper().number()))
                chosen.add(nominee.paper().id());
        if (chosen.isEmpty()
                || chosen.size() > award.plan().winners()
                || chosen.size() != new HashSet<>(numbers).size())
            wrong.add(
                    "/winner",
                    "award_winners",
                    "From one paper to as many as can win, each of those nominated.",
                    Map.of("most", award.plan().winners()));
        wrong.optionalText("/reason", reason, REASON);
        var count = voting.count(award);
        var isProposed = count.proposal(award.plan().winners()).isFollowedBy(new HashSet<>(chosen));
        wrong.check(
                isProposed || reason != null && !reason.isBlank(),
                "/reason",
                "award_reason",
                "Say why, for this is not what the votes propose.");
        wrong.throwIfAny();
        var places = count.standings().stream().map(Borda.Standing::paper).toList();
        chosen.sort(java.util.Comparator.comparing(places::indexOf));
        awards.update(award.confirm(new AwardOutcome(chosen, isProposed || reason == null ? "" : reason.strip())));
        audit.record(
                "award.confirmed", id.toString(), Map.of("conference", conference.slug(), "as_proposed", isProposed));
    }

    /**
     * Tells everybody.
     *
     * @throws Problem.Conflict {@code award_wrong_time} when nobody is confirmed, {@code award_too_early} before the time that was set,
     *     {@code award_winner_gone} when a winner's paper is not in the conference any more
     */
    @Transactional
    public void announce(ConferenceView conference, UUID id) {
        var award = awards.get(conference.id(), id);
        if (award.plan().knownAt() != null && !award.isTimeToAnnounce(now()))
            throw new Problem.Conflict("award_too_early", "This award is announced at the time that was set.");
        announce(conference, id, now());
    }

    /** As the other, by the clock alone. */
    @Transactional
    public void announce(ConferenceView conference, UUID id, Instant now) {
        awards.lockAll(conference.id());
        var award = awards.get(conference.id(), id);
        award.requirePhase(now, Phase.CONFIRMED);
        var outcome = award.outcome();
        var nominees = awards.nominees(id).stream()
                .filter(Nominee::isIn)
                .collect(Collectors.toMap(each -> each.paper().id(), Function.identity()));
        if (outcome == null || !nominees.keySet().containsAll(outcome.winners()))
            throw new Problem.Conflict(
                    "award_winner_gone", "A paper that was to win is not in the conference any more.");
        for (var winner : outcome.winners()) {
            var nominee = nominees.get(winner);
            if (nominee != null) certificates.insert(certificate(conference, award, nominee, now));
        }
        awards.update(award.announce(now));
        audit.record("award.announced", id.toString(), Map.of("conference", conference.slug()));
        around.events().publishEvent(new AwardAnnounced(Tenancy.require().id(), id));
    }

    private AwardCertificate certificate(ConferenceView conference, Award award, Nominee nominee, Instant now) {
        var paper = nominee.paper();
        return new AwardCertificate(
                Ids.next(),
                conference.id(),
                award.id(),
                paper.id(),
                "%s-AWD-%05d".formatted(conference.slug().toUpperCase(Locale.ROOT), certificates.next(conference.id())),
                Ids.reference(CODE_LENGTH),
                award.plan().name(),
                paper.content().title(),
                paper.content().authors().stream().map(Author::name).collect(Collectors.joining(", ")),
                nominee.student(),
                now,
                true);
    }

    private Instant now() {
        return around.clock().instant();
    }
}
