package org.plenary.papers.award;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.award.Award.Phase;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up awards, gathers their nominees, and lets the jury vote. */
@Component
class AwardPlanning {
    private static final int LAUDATION = 2_000;

    private final Awards awards;
    private final Papers papers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AwardPlanning(Awards awards, Papers papers, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.awards = awards;
        this.papers = papers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem.InvalidInput when its times are over, or in the wrong order */
    @Transactional
    public Award add(ConferenceView conference, AwardPlan plan) {
        if (awards.of(conference.id()).size() >= Awards.MOST)
            throw new Problem.InvalidInput("", "award_many", "There are too many awards.");
        check(plan, true);
        var award = new Award(Ids.next(), conference.id(), plan, null, null, null, null, 1);
        awards.insert(award);
        audit.record("award.added", award.id().toString(), Map.of("conference", conference.slug()));
        return award;
    }

    /**
     * @param version that was changed
     * @throws Problem.Stale when somebody else has changed it since
     * @throws Problem.Conflict {@code award_wrong_time} once it is announced
     * @throws Problem.InvalidInput when its times are over or in the wrong order, or voting that has ended would begin again
     */
    @Transactional
    public void change(ConferenceView conference, UUID id, AwardPlan plan, long version) {
        var award = awards.lock(conference.id(), id);
        if (award.version() != version) throw new Problem.Stale();
        var phase = award.phase(clock.instant());
        award.requirePhase(clock.instant(), Phase.GATHERING, Phase.VOTING, Phase.COUNTED, Phase.CONFIRMED);
        var isOver = award.openedAt() != null && phase != Phase.VOTING;
        if (isOver && !plan.votingUntil().equals(award.plan().votingUntil()))
            throw new Problem.InvalidInput(
                    "/voting_until", "award_voting_over", "Voting has ended, and does not begin again.");
        if (award.outcome() != null
                && plan.winners() < award.outcome().winners().size())
            throw new Problem.InvalidInput("/winners", "award_few", "More papers than this were confirmed.");
        if (plan.students()
                && awards.nominees(id).stream().anyMatch(each -> each.student().isEmpty()))
            throw new Problem.InvalidInput("/students", "award_without_student", "A nominee has no student.");
        check(plan, !isOver && phase != Phase.CONFIRMED);
        awards.update(award.change(plan));
        audit.changed("award.changed", id.toString(), Map.of("conference", conference.slug()), award.plan(), plan);
    }

    private void check(AwardPlan plan, boolean isToVote) {
        var now = clock.instant();
        var wrong = new Violations();
        if (isToVote)
            wrong.check(!plan.votingUntil().isPassed(now), "/voting_until", "award_past", "This time is over.");
        var known = plan.knownAt();
        if (known != null) {
            wrong.check(!known.isPassed(now), "/known_at", "award_past", "This time is over.");
            wrong.check(
                    !known.instant().isBefore(plan.votingUntil().instant()),
                    "/known_at",
                    "award_before_vote",
                    "This is before voting ends.");
        }
        wrong.throwIfAny();
    }

    /** @throws Problem.Conflict {@code award_wrong_time} once the jury has been asked */
    @Transactional
    public void delete(ConferenceView conference, UUID id) {
        var award = gathering(conference, id);
        awards.delete(award.id());
        audit.record("award.deleted", id.toString(), Map.of("conference", conference.slug()));
    }

    /**
     * A paper as somebody nominates it.
     *
     * @param student name of one of its authors, who is a student; null for none
     */
    record Nomination(@Nullable Integer number, @Nullable String student, LocalizedText laudation) {}

    /**
     * A paper that is nominated already is so with the new words.
     *
     * @throws Problem.InvalidInput when there is no such accepted paper, or the student is none of its authors
     * @throws Problem.Conflict {@code award_wrong_time} once the jury votes
     */
    @Transactional
    public void nominate(ConferenceView conference, UUID id, Nomination nomination) {
        var award = gathering(conference, id);
        var wrong = new Violations();
        var number = nomination.number();
        var paper =
                number == null ? null : papers.byNumber(conference.id(), number).orElse(null);
        if (number == null) wrong.required("/number", null);
        else
            wrong.check(
                    paper != null && paper.isAccepted(),
                    "/number",
                    "award_not_accepted",
                    "No accepted and announced paper has this number.");
        if (nomination.laudation().length() > LAUDATION)
            wrong.add("/laudation/en", "too_long", "At most 2000 characters.", Map.of("maximum", LAUDATION));
        var student = "";
        if (nomination.student() != null && paper != null) {
            student = paper.content().authors().stream()
                    .map(Author::name)
                    .filter(name -> plain(name).equals(plain(nomination.student())))
                    .findFirst()
                    .orElse("");
            wrong.check(!student.isEmpty(), "/student", "award_not_author", "No author of the paper has this name.");
        } else if (nomination.student() == null)
            wrong.check(!award.plan().students(), "/student", "award_student", "This award is for students.");
        wrong.throwIfAny();
        awards.nominate(award, new Nominee(java.util.Objects.requireNonNull(paper), student, nomination.laudation()));
        audit.record(
                "award.nominated",
                id.toString(),
                Map.of("conference", conference.slug(), "paper", paper.number(), "student", !student.isEmpty()));
    }

    /** @throws Problem.Conflict {@code award_wrong_time} once the jury votes */
    @Transactional
    public void withdraw(ConferenceView conference, UUID id, int number) {
        var award = gathering(conference, id);
        var paper = papers.byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        if (awards.withdraw(award.id(), paper.id()))
            audit.record(
                    "award.nomination-removed",
                    id.toString(),
                    Map.of("conference", conference.slug(), "paper", number));
    }

    /**
     * From now on the jury votes, and who was not asked yet is asked.
     *
     * @throws Problem.Conflict {@code award_wrong_time}, {@code award_few_nominees} or {@code award_late}
     */
    @Transactional
    public void open(ConferenceView conference, UUID id) {
        var award = gathering(conference, id);
        if (awards.nominees(id).stream().filter(Nominee::isIn).count() < 2)
            throw new Problem.Conflict("award_few_nominees", "Voting needs two nominees at least.");
        var now = clock.instant();
        if (award.plan().votingUntil().isPassed(now))
            throw new Problem.Conflict("award_late", "The time of voting is over.");
        awards.update(award.open(now));
        audit.record("award.voting-opened", id.toString(), Map.of("conference", conference.slug()));
        events.publishEvent(new AwardJurorsAsked(Tenancy.require().id(), conference.id()));
    }

    /** Ends voting before its time. @throws Problem.Conflict {@code award_wrong_time} when nobody can vote */
    @Transactional
    public void close(ConferenceView conference, UUID id) {
        var award = awards.lock(conference.id(), id);
        award.requirePhase(clock.instant(), Phase.VOTING);
        awards.update(award.close(clock.instant()));
        audit.record("award.voting-closed", id.toString(), Map.of("conference", conference.slug()));
    }

    private Award gathering(ConferenceView conference, UUID id) {
        var award = awards.lock(conference.id(), id);
        award.requirePhase(clock.instant(), Phase.GATHERING);
        return award;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
